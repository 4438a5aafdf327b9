import type { RunningApp } from './launch';

/** Chooses an item of the application's own menu by its label, as a click on it would. */
export async function chooseInMenu({ app }: RunningApp, label: string): Promise<void> {
  const found = await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    const item = items.find((each) => each.label === wanted);
    item?.click();
    return item !== undefined;
  }, label);
  if (!found) throw new Error(`there is no menu item "${label}"`);
}
