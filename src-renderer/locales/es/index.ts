import { nestByCode } from '../nest-by-code';
import type { Messages } from '../messages';
import { connectionAdvice } from './advice/connection';
import { filesAdvice } from './advice/files';
import { flashAdvice } from './advice/flash';
import { planAdvice } from './advice/plan';
import { portsAdvice } from './advice/ports';
import { programAdvice } from './advice/program';
import { setupsAdvice } from './advice/setups';
import { backupTexts } from './backup';
import { boardTexts } from './board';
import { closedTexts } from './closed';
import { connectionTexts } from './connection';
import { eraseTexts } from './erase';
import { findingTexts } from './findings';
import { flashTexts } from './flash';
import { guidesTexts } from './guides';
import { historyTexts } from './history';
import { imagesTexts } from './images';
import { jobsTexts } from './jobs';
import { mapTexts } from './map';
import { monitorTexts } from './monitor';
import { memoryTexts } from './memory';
import { nvsTexts } from './nvs';
import { partitionsTexts } from './partitions';
import { settingsTexts } from './settings';
import { setupsTexts } from './setups';
import { shellTexts } from './shell';
import { tourTexts } from './tour';

/** Español. */
export const es: Messages = {
  ...shellTexts,
  ...flashTexts,
  ...guidesTexts,
  ...tourTexts,
  ...jobsTexts,
  ...mapTexts,
  ...settingsTexts,
  ...boardTexts,
  ...memoryTexts,
  ...nvsTexts,
  ...partitionsTexts,
  ...backupTexts,
  ...eraseTexts,
  ...closedTexts,
  ...connectionTexts,
  ...imagesTexts,
  ...monitorTexts,
  ...findingTexts,
  ...setupsTexts,
  ...historyTexts,
  advice: nestByCode({
    ...portsAdvice,
    ...connectionAdvice,
    ...flashAdvice,
    ...filesAdvice,
    ...planAdvice,
    ...setupsAdvice,
    ...programAdvice,
  }),
};
