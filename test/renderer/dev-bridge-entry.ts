/** Put into the page before its own scripts: `window.esplanade` as the preload script would make it. */
import { createDevBridge, type DevBridge } from './dev-bridge';
import { scenes, type SceneName } from './scenes';

declare global {
  interface Window {
    esplanadeScene?: { name: SceneName; language: string };
    esplanadeDev?: DevBridge;
  }
}

const { name = 'ready', language = 'en' } = window.esplanadeScene ?? {};
const scene = scenes[name];
const bridge = createDevBridge({ ...scene, settings: { ...scene.settings, theme: 'system', language } });
Object.assign(window, { esplanade: bridge, esplanadeDev: bridge });
