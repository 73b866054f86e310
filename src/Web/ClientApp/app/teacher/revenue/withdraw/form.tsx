import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError, api, ask } from '../../../../api/client';
import { settingsQuery } from '../../../../api/queries';
import { Loading, Section } from '../../../../components/pages';
import { useFormat } from '../../../../components/money';
import { Problem } from '../../../../components/problem';
import { amountOf, isAmount } from '../../../../format/amounts';
import { useI18n, type MessageKey } from '../../../../i18n/i18n';
import type { SavedAccount } from './accounts';
import { useSavedAccounts } from './saved-accounts';
import { masked, nameProblem, numberProblem, swiftProblem } from './validation';

const empty = { amount: '', bank_name: '', account_number: '', account_name: '', branch: '', swift_code: '', notes: '' };

const another = 'another';

/** Asks for money in two steps: what and where to, then the same once more with a button that does it. */
export function WithdrawalForm() {
  const { t } = useI18n();
  const { money } = useFormat();
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const wallet = useQuery({ queryKey: ['wallet'], queryFn: () => ask(api.GET('/api/me/wallet')) });
  const saved = useSavedAccounts();
  const [picked, setPicked] = useState<string>();
  const account: SavedAccount | undefined = picked === another ? undefined : saved.accounts.find(({ id }) => id === (picked ?? id));
  const [reviewing, setReviewing] = useState(false);
  const minimum = settings.data?.minimum_withdrawal ?? 0;
  const maximum = wallet.data?.credit_balance ?? 0;
  const text = (problem: MessageKey | null) => problem && t(problem);

  const form = useForm({
    mode: 'controlled',
    initialValues: empty,
    validateInputOnBlur: true,
    validate: {
      amount: (value) => (isAmount(value, minimum, maximum) ? null : t('withdraw.errAmount', { minimum: money(minimum), maximum: money(maximum) })),
      bank_name: (value) => (account ? null : text(nameProblem(value))),
      account_number: (value) => (account ? null : text(numberProblem(value))),
      account_name: (value) => (account ? null : text(nameProblem(value))),
      swift_code: (value) => (account ? null : text(swiftProblem(value))),
    },
  });

  // One key for one wish: however often the button is pressed or the request repeated, it happens once.
  const key = useRef('');
  const request = useMutation({
    mutationFn: () => {
      const { amount, branch, swift_code, notes, ...typed } = form.getValues();
      return ask(
        api.POST('/api/withdrawals', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: {
            amount: amountOf(amount),
            ...(account ? { same_account_as: account.id } : { bank_account_info: { ...typed, branch: branch || null, swift_code: swift_code || null } }),
            notes: notes || null,
          },
        }),
      );
    },
    onSuccess: async (withdrawal) => {
      notifications.show({ color: 'green', message: t('withdraw.done', { amount: money(withdrawal.amount) }) });
      form.reset();
      setPicked(undefined);
      setReviewing(false);
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 400) {
        form.setErrors(Object.fromEntries(Object.entries(error.errors).map(([field, texts]) => [field.replace('bank_account_info.', ''), texts.join(' ')])));
        setReviewing(false);
      }
    },
  });

  if (settings.isPending || wallet.isPending || saved.isPending) return <Loading />;
  if (wallet.error ?? settings.error) return <Problem error={wallet.error ?? settings.error} onRetry={() => void Promise.all([wallet.refetch(), settings.refetch()])} />;

  const values = form.getValues();
  const destination = account ?? { ...values, account_number: masked(values.account_number) };
  if (reviewing) {
    return (
      <Section title={t('withdraw.confirmTitle')}>
        <Text size="lg">
          {t('withdraw.confirm', { amount: money(amountOf(values.amount)), holder: destination.account_name, bank: destination.bank_name, number: destination.account_number })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('withdraw.confirmHint')}
        </Text>
        {request.error && <Problem error={request.error} onRetry={() => request.mutate()} />}
        <Group>
          <Button loading={request.isPending} onClick={() => !request.isPending && request.mutate()} data-autofocus>
            {t('withdraw.submit', { amount: money(amountOf(values.amount)) })}
          </Button>
          <Button variant="default" disabled={request.isPending} onClick={() => { request.reset(); setReviewing(false); }}>
            {t('withdraw.change')}
          </Button>
        </Group>
      </Section>
    );
  }

  return (
    <Section title={t('withdraw.available', { amount: money(maximum) })}>
      <form
        noValidate
        onSubmit={form.onSubmit(() => {
          key.current = crypto.randomUUID();
          // A repeated request must say the same, whatever the list of accounts says by then.
          setPicked(account?.id ?? another);
          request.reset();
          setReviewing(true);
        })}
      >
        <Stack>
          <Text size="sm">
            {t(maximum < minimum ? 'withdraw.tooLittle' : 'withdraw.limits', { minimum: money(minimum), maximum: money(maximum) })}{' '}
            {settings.data!.maximum_open_withdrawals > 0 && t('withdraw.maxOpen', { n: settings.data!.maximum_open_withdrawals })}
          </Text>
          {request.error && <Problem error={request.error} />}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t('withdraw.amount')} inputMode="decimal" required autoComplete="off" {...form.getInputProps('amount')} />
            {saved.accounts.length > 0 && (
              <NativeSelect
                label={t('withdraw.sendTo')}
                value={account?.id ?? another}
                onChange={(event) => setPicked(event.currentTarget.value)}
                data={[
                  ...saved.accounts.map(({ id, bank_name, account_number, account_name }) => ({ value: id, label: `${bank_name}, ${account_number}, ${account_name}` })),
                  { value: another, label: t('withdraw.anotherAccount') },
                ]}
              />
            )}
          </SimpleGrid>
          {!account && (
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label={t('withdraw.accountName')} required autoComplete="name" {...form.getInputProps('account_name')} />
              <TextInput label={t('withdraw.bankName')} required autoComplete="off" {...form.getInputProps('bank_name')} />
              <TextInput label={t('withdraw.accountNumber')} required autoComplete="off" {...form.getInputProps('account_number')} />
              <TextInput label={t('withdraw.branch')} autoComplete="off" {...form.getInputProps('branch')} />
              <TextInput label={t('withdraw.swift')} autoComplete="off" {...form.getInputProps('swift_code')} />
            </SimpleGrid>
          )}
          <Textarea label={t('withdraw.notes')} maxLength={500} autosize {...form.getInputProps('notes')} />
          <Group>
            <Button type="submit">{t('withdraw.review')}</Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
