import type { AdviceTexts } from '../../nest-by-code';
import { connectionAdvice } from './connection';
import { filesAdvice } from './files';
import { flashAdvice } from './flash';
import { planAdvice } from './plan';
import { portsAdvice } from './ports';
import { programAdvice } from './program';
import { setupsAdvice } from './setups';

/** O que fazer a cada erro. */
export const advice: AdviceTexts = {
  ...portsAdvice,
  ...connectionAdvice,
  ...flashAdvice,
  ...filesAdvice,
  ...planAdvice,
  ...setupsAdvice,
  ...programAdvice,
};
