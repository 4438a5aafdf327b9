import { adviceTexts } from '../../../src-shared/errors/advice';
import { nestByCode } from '../nest-by-code';
import { backupTexts } from './backup';
import { boardTexts } from './board';
import { closedTexts } from './closed';
import { guidesTexts } from './guides';
import { connectionTexts } from './connection';
import { eraseTexts } from './erase';
import { findingTexts } from './findings';
import { flashTexts } from './flash';
import { historyTexts } from './history';
import { imagesTexts } from './images';
import { jobsTexts } from './jobs';
import { mapTexts } from './map';
import { monitorTexts } from './monitor';
import { memoryTexts } from './memory';
import { nvsTexts } from './nvs';
import { partitionsTexts } from './partitions';
import { settingsTexts } from './settings';
import { tourTexts } from './tour';
import { setupsTexts } from './setups';
import { shellTexts } from './shell';

/** English, and the shape that every other language has to fill: one file per page. */
export const en = {
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
  advice: nestByCode(adviceTexts),
};
