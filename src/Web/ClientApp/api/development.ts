import { claimsOf, type Session } from '../auth/session';
import { ApiError, ask, problemOf } from './client';

/** The routes that only a development server has; they are not part of the described API. */
export interface Person {
  id: string;
  name: string;
  role: 'student' | 'teacher' | 'admin';
}

async function call<T>(path: string, body?: BodyInit): Promise<T> {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }).catch(() => {
    throw new ApiError(0, 'unreachable', 'The server cannot be reached.');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as T;
}

export const listPeople = () => call<Person[]>('/api/dev/people');

export async function signInAs(id: string): Promise<Session> {
  const { token, user } = await call<{ token: string; user: Person }>('/api/dev/sign-in', JSON.stringify({ id }));
  return { token, userId: user.id, name: user.name, role: user.role, expiresAt: claimsOf(token).exp * 1000 };
}

/** Posts an event as LiveKit does: to the real endpoint, with a real signature over these very bytes. */
export async function tellAsLiveKit(event: object): Promise<{ message: string }> {
  const body = JSON.stringify(event);
  const { authorization } = await call<{ authorization: string }>('/api/dev/signatures', body);
  return ask(
    fetch('/api/webhooks/livekit', { method: 'POST', body, headers: { Authorization: authorization, 'Content-Type': 'application/webhook+json' } }).then(
      async (response) => {
        const answer = (await response.json()) as { message: string };
        return response.ok ? { data: answer, response } : { error: answer, response };
      },
    ),
  );
}
