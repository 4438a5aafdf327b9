/** Put into the page before its own scripts: `window.esplanade` as the preload script would make it. */
import type { Bridge } from '../../src-shared/ipc/channels';
import { createDevBridge, type DevBridge } from './dev-bridge';
import { scenes, type SceneName } from './scenes';

declare global {
  interface Window {
    esplanadeScene?: { name: SceneName; theme: 'light' | 'dark'; language: string };
    esplanade: Bridge;
    esplanadeDev?: DevBridge;
  }
}

const { name = 'ready', theme = 'light', language = 'en' } = window.esplanadeScene ?? {};
const scene = scenes[name];
const bridge = createDevBridge({ ...scene, settings: { ...scene.settings, theme, language } });
window.esplanade = bridge;
window.esplanadeDev = bridge;
