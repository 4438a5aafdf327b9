import { watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { chipById } from '../../src-shared/chips';
import { useBoardsStore } from '../stores/boards';
import { useJobsStore } from '../stores/jobs';
import { useSettingsStore } from '../stores/settings';
import { playSound } from './job-sound';
import { useErrorText } from './use-error-text';

/** Whoever waits less than this is still looking. */
const longMs = 5000;

/** Tells the end of a job to somebody who looks elsewhere: a sound after a long one, a message of the system. */
export function useJobSignals(): void {
  const { t } = useI18n();
  const boards = useBoardsStore();
  const jobs = useJobsStore();
  const settings = useSettingsStore();
  const errorText = useErrorText();

  watch(
    () => jobs.job,
    (job, before) => {
      const outcome = job?.outcome ?? null;
      // What was cancelled was cancelled by somebody who is here. A failure that is shown once more is not a new one.
      if (job === null || outcome === null || before?.jobId !== job.jobId || before.outcome !== null) return;
      if (outcome.kind === 'cancelled') return;
      const hasFailed = 'error' in outcome;
      const { sounds, notifications } = settings.current;
      if (sounds && Date.now() - job.startedAt >= longMs) playSound(hasFailed ? 'failure' : 'success');
      if (!notifications) return;
      const board = boards.chip === null ? t('flash.board') : chipById(boards.chip).name;
      void jobs.notify({
        title: t(hasFailed ? `job.failed.${job.kind}` : `job.done.${job.kind}`),
        text: hasFailed ? errorText(outcome.error).title : board,
      });
    },
  );
}
