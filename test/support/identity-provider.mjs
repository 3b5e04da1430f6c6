/** Another site that vouches for people, on this machine: `node identity-provider.mjs <port> <address to come back to>`. Whoever types a name there is that person. */
import { Provider } from 'oidc-provider';

const [port, back] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'chapterhouse', client_secret: 'a secret between the two of them', redirect_uris: [back] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['only for tests'] },
  pkce: { required: () => true },
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  /** `name address yes|no`: whether the address was made sure of. */
  findAccount: (_, id) => {
    const [, email, sure] = id.split(' ');
    return { accountId: id, claims: () => ({ sub: id, email, email_verified: sure === 'yes' }) };
  },
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
