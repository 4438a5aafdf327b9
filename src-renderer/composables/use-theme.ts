import { usePreferredDark } from '@vueuse/core';
import { watchEffect } from 'vue';

/** Puts the chosen theme on the document; `system` follows the system while the window is open. */
export function useTheme(choice: () => 'system' | 'light' | 'dark'): void {
  const systemIsDark = usePreferredDark();
  watchEffect(() => {
    const theme = choice() === 'system' ? (systemIsDark.value ? 'dark' : 'light') : choice();
    document.documentElement.dataset['theme'] = theme;
  });
}
