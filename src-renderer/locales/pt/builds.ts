import type { buildsTexts as english } from '../en/builds';
import type { Widened } from '../messages';

/** Novas compilações dos arquivos da tabela. */
export const buildsTexts: Widened<typeof english> = {
  builds: {
    label: 'Novas compilações',
    watching: 'Esperando uma nova compilação',
    files: '{count} arquivo no disco | {count} arquivos no disco',
    onByItself: 'Ela será gravada automaticamente.',
    byItself: 'Gravar automaticamente',
    byItselfHint:
      'Quando uma compilação altera estes arquivos, eles são gravados nesta placa sem perguntar. Se uma verificação encontra um problema, nada é gravado.',
    unfinished: 'Uma compilação está em andamento',
    missing: 'Não encontrado no disco',
    changed: 'A compilação mudou, {ago}',
    justNow: 'agora mesmo',
    flash: 'Gravar',
    dismiss: 'Dispensar',
    more: '{shown} e mais um | {shown} e mais {count}',
    change: {
      size: '{name} ({was} → {is})',
      contents: '{name} ({size}, outro conteúdo)',
      moved: '{name} ({was} → {is})',
      added: '{name} (novo)',
      removed: '{name} (não faz mais parte)',
    },
    stopped: {
      noBoard: 'Não gravado: nenhuma placa escolhida',
      boardMissing: 'Não gravado: a placa não está conectada',
      boardBusy: 'Não gravado: outro programa está usando a placa',
      missingFiles: 'Não gravado: falta um arquivo do projeto',
      checks: 'Não gravado: uma verificação encontrou um problema',
    },
  },
};
