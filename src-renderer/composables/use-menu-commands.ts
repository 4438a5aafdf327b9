import { useRoute, useRouter } from 'vue-router';
import type { MenuCommand } from '../../src-shared/ipc/contract';
import { useBoardsStore } from '../stores/boards';
import { useFlashAgainStore } from '../stores/flash-again';
import { useFlashTableStore } from '../stores/flash-table';
import { useGuidesStore } from '../stores/guides';
import { useImagesStore } from '../stores/images';
import { useJobsStore } from '../stores/jobs';
import { usePlanStore } from '../stores/plan';
import { useSetupsStore } from '../stores/setups';
import { useTourStore } from '../stores/tour';
import { useTraceStore } from '../stores/trace';

/** Does what a person chose in the system's menu or by its keys. */
export function useMenuCommands(): (chosen: MenuCommand) => void {
  const router = useRouter();
  const route = useRoute();
  const boards = useBoardsStore();
  const table = useFlashTableStore();
  const images = useImagesStore();
  const plan = usePlanStore();
  const jobs = useJobsStore();
  const tour = useTourStore();
  const guides = useGuidesStore();
  const setups = useSetupsStore();
  const again = useFlashAgainStore();
  const trace = useTraceStore();
  const go = (name: string): Promise<unknown> => router.push({ name });

  const canFlash = (): boolean => plan.canFlash && setups.state.missing.length === 0;

  return (chosen) => {
    switch (chosen.command) {
      case 'go':
        void go(chosen.page);
        return;
      case 'openFiles':
        void (route.name === 'images' ? images.choose() : table.choose().then((isAny) => isAny && go('flash')));
        return;
      case 'newSetup':
        void setups.close();
        return;
      case 'openSetup':
        void setups.open();
        return;
      case 'openRecent':
        void setups.openRecent(chosen.id);
        return;
      case 'saveSetup':
        void setups.save(chosen.how);
        return;
      case 'flash':
        void go('flash');
        if (canFlash()) void jobs.start();
        return;
      case 'flashAgain':
        if (again.canStart) void go('flash').then(() => again.start());
        return;
      case 'compare':
        void go('flash');
        if (canFlash()) void jobs.startVerify();
        return;
      case 'cancel':
        void jobs.cancel();
        return;
      case 'askAgain':
        if (!jobs.isRunning) void boards.identify();
        return;
      case 'trace':
        void trace.toggle();
        return;
      case 'guide':
        void router.push({ name: 'help', query: { topic: chosen.guide } });
        return;
      case 'tour':
        void go('flash');
        void tour.begin();
        return;
      case 'shortcuts':
        guides.areShortcutsOpen = true;
        return;
      case 'copyReport':
        void jobs.copyLastReport();
    }
  };
}
