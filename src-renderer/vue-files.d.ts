/** For tools that do not read Vue files themselves (the typed lint): what importing one gives. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}
