import { textOfHtml } from '../../../src/quizzes/formats/html-text';
import { growth, LINEAR } from '../../support/growth';

describe('HTML as plain text', () => {
  it.each([
    ['paragraphs', '<p>One</p>\n<p dir="ltr">Two<br>three</p>', 'One\n\nTwo\nthree', []],
    ['lists', 'Pick:<ul><li>a</li>\n<li>b</li></ul><ol><li>c<li>d</ol>', 'Pick:\n\n- a\n- b\n\n1. c\n2. d', []],
    ['names of characters', '&lt;b&gt; &eacute;&Uuml;&nbsp;&#233;&#xe9; &hellip; &unknown; AT&T', '<b> éÜ éé … &unknown; AT&T', []],
    [
      'links',
      'See <a href="https://ietf.org/x">the text</a>, <a href="https://a.org">https://a.org</a>, <a href="javascript:x">no</a>',
      'See the text (https://ietf.org/x), https://a.org, no',
      [],
    ],
    ['pictures', 'A <img src="http://evil/x.png" alt="map"> b', 'A [map] b', ['picture']],
    ['styles', '<b>Not</b> <span style="color:red">red</span>', 'Not red', ['style']],
    ['scripts', 'a<script>alert("<p>")</script>b<style>p{}</style>c', 'abc', ['script']],
    ['tables', '<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a | b\nc | d', ['table']],
    ['films', '<video src="x"></video>x', 'x', ['media']],
    ['comments', 'a<!-- <p> -->b<!-- never closed', 'ab', []],
    ['signs that are no tags', '1 < 2 and 3 > 2 <3', '1 < 2 and 3 > 2 <3', []],
    ['quotation marks in tags', '<p title="a > b">c</p>', 'c', []],
  ])('%s', (_, html, text, lost) => expect(textOfHtml(html)).toEqual({ text, lost }));

  it('half of which is plain keeps its line ends', () => expect(textOfHtml('a\nb <i>c</i>', true).text).toBe('a\nb c'));

  it.each(['<', '<a ', '<a href="', '<!--', '&#', '<p>', '<p title="', "<'", '\u0001', ' '])(
    'full of “%s” costs as its length does',
    (part) => {
      expect(growth((length) => textOfHtml(part.repeat(length)), 100_000)).toBeLessThan(LINEAR);
    },
  );
});
