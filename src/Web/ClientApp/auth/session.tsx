import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

export const roles = ['student', 'teacher', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who is signed in. It lives as long as the tab does, and never in an address. */
export interface Session {
  token: string;
  userId: string;
  name: string;
  role: Role;
  expiresAt: number;
}

interface SessionContextValue {
  session: Session | null;
  /** Why the last session ended, when that was not the person's own wish. */
  ended: 'expired' | null;
  signIn: (session: Session) => void;
  signOut: (why?: 'expired') => void;
}

const key = 'talkconnect.session';
const Context = createContext<SessionContextValue | null>(null);

/** The token of this moment, for the API client, which is no component. */
export const currentToken = () => read()?.token;

function read(): Session | null {
  try {
    const session = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Session | null;
    return session && session.expiresAt > Date.now() ? session : null;
  } catch {
    return null;
  }
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState(read);
  const [ended, setEnded] = useState<'expired' | null>(null);

  const signIn = useCallback((next: Session) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setEnded(null);
    setSession(next);
  }, []);

  const signOut = useCallback((why?: 'expired') => {
    sessionStorage.removeItem(key);
    setEnded(why ?? null);
    setSession(null);
  }, []);

  const value = useMemo(() => ({ session, ended, signIn, signOut }), [session, ended, signIn, signOut]);
  return <Context value={value}>{children}</Context>;
}

export function useSession() {
  const value = useContext(Context);
  if (!value) throw new Error('useSession needs a SessionProvider.');
  return value;
}

/** What a token says of its owner; its signature is the server's business. */
export function claimsOf(token: string): { sub: string; role: Role; exp: number; name?: string } {
  const text = atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0))));
}
