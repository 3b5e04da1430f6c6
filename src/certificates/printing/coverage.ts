/** Which letters the faces of a printed certificate have: those of their files, as runs of code points. What none of them has cannot be printed. */
import { graphemesOf } from '../../kernel/text';

/** Amiri for Arabic, and for Latin names that it has; Noto Sans for Cyrillic, Greek, Devanagari and all of Latin; Noto Sans SC for Chinese and kana. */
export type Face = 'serif' | 'sans' | 'chinese';

/** Each run: how far from the end of the one before, and how many more; in base 36. The tests compare them with the files. */
const RUNS: Record<Face, string> = {
  serif:
    'x.2l y.67 2v.1 28 3o.1 2.1 7.1 h 2.2 10.8 2 2 6 3 h.2 k8.4 2.6x 29.1b 7l.1 f c a.7 k j.q 45g.1 7.7 d.1 5.1 3.3 l.1 l.1 9.3 7.5 h.5 d.1 3.1 2j.1 7h.l 3.a 2 2 2.8 2.1 5.2 4 4 2 b 11 1k 9y.1 2 5 qa 1o5 14i7.35 i.a4 h.1r 3.1h 15.d 37.2 2 2.3q 3',
  sans: 'x.2l y.k7 3.5 5.6 2 2.j 2.1q f.8v r5.3j 1h8 1x1.g 5 2.7 c2.8 3c.6x 2.7u 3.5 3.11 3.5 3.7 2 2 2 2.u 3.1g 2.e 2.d 3.5 2.i 3.2 2.8 2.2s 2.b 3.q 2.c 4.w 1c g.2n 10.1 5 3t qi 1as.v 9t.3h noj.2n 2p.5m 6.1 2 2.4 p.d 74 1b ea.1n fpx.6 l6 w.f 5s 71.1 1hf.5 2.15 2.8 16iu.u',
  chinese:
    'x.2l y.2r d.3 7.1 d.3 o.1 3.1 4.3 3.1 l.5 11 e.1 e.1 t.f s.1 2g g 2i c 2.2 e h.1 l.1 3 3 5 3p.g 2.6 8.o 1k f.1r 2 54d.1 2p.2h 7d.1 d.6 2.2 2.2 2.2 3.2 9 2.1 2 4.3 6 5.2 8 z 1h 2.1 1d.1 y 3 2 4.1 5 4 3 b.1 4.1 4 3 7 6 11.b 5.b l.9 v.1 b.2 5.1 4 2 2 i.3 c b 2.1 2.6 4 2.2 2 5 3.3 3 2.9 6.3 6 6 2 3 4 k.2 2.3 3.1 3.1 3.1 3.1 b.5 3.1 a.4 7 5 q r.1 k m.2 b 6 h.1 3q.1 d.e 2 c.1 20 1p.97 6.2 3.1 5.1 3.1 5.1 2.3 2.5 f.4 9 h.3 2.1 3 5.1 7.1 5.3 g h.2 u.f 3.b z t.1 1w h 7 z 2.1 m w.t e b7.1 3u 1n.1 7e.2 j 3f it.1 1x.p 2.2g d.5x r.b 5.1r 2.2d 3.2u 6.16 2.1e 2.15 2.17 5.z d.1a 2.7f 2.58o 23.g6n hld.3 2.1 5.1 9 2.3 7 b.1 2 2.4 2.3 9 4.3 4 4.1 b 4.5 7 4 2 2 3.2 3.2 4.1 5.2 2 5 2 3 m 5 4 4 2.1 2 5.1 a 8.1 3.4 2.2 3 2 8 3.1 5 3 2 3 3.3 2 2.3 2 2.1 4 7.2 2.1 3.2 6 4.2 2.1 2 d 2 2 i.1 4i.4 lo.9 n.y 2.i 2.3 46.4e 2.t 4.5 3.5 3.5 3.2 4.6 2.6 1bma.c 4.2k 4.1o 2c.2 e.17 5.8 8.1 2t2 2 1v 48 xw 26 196 1ca 3d ck 3w8 2f0 1cc.1 az rf g 1cr 6q 12 3g 24 221 1c 1y 10v sg ne h8 dl 7a d1 ej 5h 2hd 16l 7c 1u sv hc t 97 o9 72 8 2 3 cb 3u 1k6 b5 1gu 5 9 1n5 7y s 7t 6 y 11m at.1 f.1 51 7n 2r c 3 b 3r c 3 26 3q 8 7 3 k.1 14 3c.1 4 1g d 14.1 9.2 2 2 2x.1 n 1s 58 s x j 3 a 4 i 4c en 48 3 q 7 48 9o g 34 1e e8.1 3j x 7f 4 w 3n c s 37 1w 6 3 84 c 3 4r 5t 5 9 8 2.2 2 j 8.1 69 3 34 y 1o 64 5 3 i k 3 j 6d c 33 18 3k 4.1 3 7.1 2 4 2 9 4 c.1 9 5 3 3 4 3 2 4 1h e.1 e 3s 9 46.1 7 2 3.1 7 3l 2 2.1 f.1 8 5.1 13 1v 2 9 3 4 2a c b 1bl 6yo 1e 4dj.1 b2',
};

const decoded = new Map<Face, Uint32Array>();
/** They show nothing themselves: joiners, marks of direction, selectors of variants. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\s]/u;

/** First and last of every run, in order. */
export function runsOf(face: Face): Uint32Array {
  let runs = decoded.get(face);
  if (!runs) {
    let last = 0;
    const numbers = RUNS[face].split(' ').flatMap((run) => {
      const [gap = 0, more = 0] = run.split('.').map((part) => parseInt(part, 36));
      const first = last + gap;
      last = first + more;
      return [first, last];
    });
    decoded.set(face, (runs = Uint32Array.from(numbers)));
  }
  return runs;
}

function has(face: Face, code: number): boolean {
  const runs = runsOf(face);
  let low = 0;
  let high = runs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle * 2 + 1]! < code) low = middle + 1;
    else high = middle;
  }
  return low * 2 < runs.length && runs[low * 2]! <= code;
}

const covers = (face: Face, text: string): boolean => [...text].every((sign) => UNSEEN.test(sign) || has(face, sign.codePointAt(0)!));

/** The characters of a name, as people count them, that would come out as empty boxes: each once, in their order. None when it can be printed. */
export function unprintable(name: string): string[] {
  const faces: Face[] = ['serif', 'sans', 'chinese'];
  const lacking = graphemesOf(name.normalize('NFC')).filter((one) => !faces.some((face) => covers(face, one)));
  return [...new Set(lacking)];
}

/** The face in which a text looks of one piece: the book face when it has all of it, and always for Arabic. */
export function faceOf(text: string): Face {
  if (/\p{Script=Arabic}/u.test(text) || covers('serif', text)) return 'serif';
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'chinese' : 'sans';
}
