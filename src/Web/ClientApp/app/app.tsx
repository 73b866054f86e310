import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, useState, type ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { makeQueryClient } from '../api/queries';
import { SessionProvider, useSession, type Role } from '../auth/session';
import { I18nProvider } from '../i18n/i18n';
import { cssVariables, styleNonce, theme } from '../theme';
import { Layout } from './layout';
import { NotFound } from './not-found';
import { SignIn, SignedIn } from './sign-in';

const RevenuePage = lazy(() => import('./teacher/revenue/page'));
const WithdrawPage = lazy(() => import('./teacher/revenue/withdraw/page'));
const HoldPage = lazy(() => import('./holds/page'));
const StudentPage = lazy(() => import('./student/page'));
const WithdrawalsPage = lazy(() => import('./admin/withdrawals/page'));
const ReviewPage = lazy(() => import('./admin/review/page'));
const SettlementPage = lazy(() => import('./admin/settlement/page'));
const StoppedRunPage = lazy(() => import('./admin/settlement/pauses/page'));
const SimulationPage = lazy(() => import('./admin/simulation/page'));
const AttendancePage = lazy(() => import('./admin/attendance/page'));
const LedgerPage = lazy(() => import('./admin/ledger/page'));
const PeoplePage = lazy(() => import('./admin/people/page'));
const AuditPage = lazy(() => import('./admin/audit/page'));
const PlayPage = lazy(() => import('./home/page'));

/** Where each of the three people begins. */
export const startOf: Record<Role, string> = { teacher: '/teacher/revenue', student: '/student', admin: '/admin' };

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <I18nProvider>
        <SessionProvider>
          <Notifications position="top-center" />
          <Queries>
            <BrowserRouter>
              <Pages />
            </BrowserRouter>
          </Queries>
        </SessionProvider>
      </I18nProvider>
    </MantineProvider>
  );
}

function Queries({ children }: { children: ReactNode }) {
  const { signOut, session } = useSession();
  const [client] = useState(() => makeQueryClient(() => signOut('expired')));

  // Nothing of one person may be shown to the next one in the same tab.
  const [owner, setOwner] = useState(session?.userId);
  if (owner !== session?.userId) {
    client.clear();
    setOwner(session?.userId);
  }

  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function Pages() {
  const { session } = useSession();
  return (
    <Routes>
      <Route path="/signed-in" element={<SignedIn />} />
      <Route element={<Layout />}>
        <Route index element={session ? <Navigate to={startOf[session.role]} replace /> : <SignIn />} />
        <Route path="/teacher/revenue" element={<Only role="teacher" page={<RevenuePage />} />} />
        <Route path="/teacher/revenue/withdraw" element={<Only role="teacher" page={<WithdrawPage />} />} />
        <Route path="/holds/:id" element={<Only page={<HoldPage />} />} />
        <Route path="/student" element={<Only role="student" page={<StudentPage />} />} />
        <Route path="/admin" element={<Only role="admin" page={<WithdrawalsPage />} />} />
        <Route path="/admin/review" element={<Only role="admin" page={<ReviewPage />} />} />
        <Route path="/admin/settlement" element={<Only role="admin" page={<SettlementPage />} />} />
        <Route path="/admin/settlement/pauses/:id" element={<Only role="admin" page={<StoppedRunPage />} />} />
        <Route path="/admin/simulation" element={<Only role="admin" page={<SimulationPage />} />} />
        <Route path="/admin/attendance" element={<Only role="admin" page={<AttendancePage />} />} />
        <Route path="/admin/ledger" element={<Only role="admin" page={<LedgerPage />} />} />
        <Route path="/admin/people" element={<Only role="admin" page={<PeoplePage />} />} />
        <Route path="/admin/audit" element={<Only role="admin" page={<AuditPage />} />} />
        <Route path="/play" element={<PlayPage />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

/** A page for people of one role, or for anybody who is signed in; others sign in first and come back here. */
function Only({ role, page }: { role?: Role; page: ReactNode }) {
  const { session } = useSession();
  const location = useLocation();
  if (!session) return <SignIn goal={location.pathname} />;
  if (role && session.role !== role) return <NotFound />;
  return page;
}
