import { useRouter } from 'vue-router';
import { useMonitorStore } from '../stores/monitor';

/** Goes to the Monitor page, where listening goes on where a job stopped, with what it heard. */
export function useOpenMonitor(): () => void {
  const router = useRouter();
  const monitor = useMonitorStore();
  return () => {
    void router.push({ name: 'monitor' });
    if (!monitor.isRunning) void monitor.open({ bootText: true, reset: false });
  };
}
