import Provider from 'oidc-provider';

/** An OpenID authority whose people sign in by name, with any password; their role is the one that is given here. */
export async function startAuthority(port, pages, roles) {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'talkconnect',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${pages}/signed-in`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    clientBasedCORS: (_, origin) => origin === pages,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `${id} by name` }) }),
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    extraTokenClaims: (_, token) => ({ role: roles[token.accountId] }),
    cookies: { keys: ['a-key-of-the-tests'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:talkconnect',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'openid profile', audience: 'talkconnect', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
      },
    },
  });
  const listener = await new Promise((listening) => {
    const server = provider.listen(port, '127.0.0.1', () => listening(server));
  });
  return { issuer, end: () => new Promise((done) => { listener.close(done); listener.closeAllConnections(); }) };
}
