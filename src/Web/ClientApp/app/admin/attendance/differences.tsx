import { Code, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { More } from '../../../components/pages';
import { Rows } from '../../../components/rows';
import { useI18n } from '../../../i18n/i18n';

/** A thousand rows at once would keep the page from answering. */
const step = 50;

/** What is stored beside what was worked out once more, field by field. */
export function Differences({ differences }: { differences: Schemas['AttendanceDifference'][] }) {
  const { t } = useI18n();
  const value = (text: string | null) => (text === null ? t('rebuild.nothing') : <Code style={{ overflowWrap: 'anywhere' }}>{text}</Code>);
  const [shown, setShown] = useState(step);
  return (
    <>
      <Rows
        label={t('rebuild.differences')}
        items={differences.slice(0, shown)}
        keyOf={(difference) => `${difference.session_id}/${difference.user_id}/${difference.field}`}
        columns={[
          {
            name: t('common.session'),
            title: true,
            cell: (difference) => (
              <>
                {difference.session_id}
                <Text size="xs" c="dimmed">
                  {difference.user_id ?? t('rebuild.ofSession')}
                </Text>
              </>
            ),
          },
          { name: t('rebuild.field'), cell: (difference) => <Code>{difference.field}</Code> },
          { name: t('rebuild.stored'), cell: (difference) => value(difference.stored) },
          { name: t('rebuild.rebuilt'), cell: (difference) => value(difference.rebuilt) },
        ]}
      />
      {differences.length > shown && <More loading={false} onClick={() => setShown(shown + step)} />}
    </>
  );
}
