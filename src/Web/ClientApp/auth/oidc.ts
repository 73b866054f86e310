import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { ApiError, type SignIn } from '../api/client';
import { claimsOf, roles, type Session } from './session';

const manager = (signIn: SignIn) =>
  new UserManager({
    authority: signIn.authority!,
    client_id: signIn.client_id!,
    scope: signIn.scope!,
    redirect_uri: `${location.origin}/signed-in`,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });

/** Leaves for the authority; it sends the person back to /signed-in with a code (PKCE). */
export const leaveForAuthority = (signIn: SignIn) => manager(signIn).signinRedirect();

/**
 * Trades the code in the address for a token.
 * @throws ApiError when the code is not for this browser, or its owner has no role with us.
 */
export async function returnFromAuthority(signIn: SignIn): Promise<Session> {
  const user = await manager(signIn).signinRedirectCallback().catch(() => {
    throw new ApiError(400, 'sign_in_failed', 'The sign-in was not completed.');
  });
  const claims = claimsOf(user.access_token);
  if (!roles.includes(claims.role)) throw new ApiError(403, 'no_role', 'This account is no teacher, student or admin here.');
  return {
    token: user.access_token,
    userId: claims.sub,
    name: user.profile.name ?? claims.sub,
    role: claims.role,
    expiresAt: claims.exp * 1000,
  };
}
