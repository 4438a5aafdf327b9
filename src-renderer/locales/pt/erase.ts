import type { eraseTexts as english } from '../en/erase';
import type { Widened } from '../messages';

/** A página Apagar. */
export const eraseTexts: Widened<typeof english> = {
  erase: {
    title: 'Apagar uma placa',
    what: 'O que apagar',
    allHint: 'A flash inteira, como veio de fábrica.',
    partitionHint: 'Como configurações salvas e Wi-Fi.',
    regionHint: 'Setores inteiros a partir de um endereço que você digita.',
    willBeErased: 'Será apagado',
    button: 'Apagar',
    buttonAll: 'Apagar tudo',
    buttonOne: 'Apagar {name}',
    ready: '{size} a apagar. Isso não pode ser desfeito.',
    losses: 'O que será perdido',
    allLost:
      'Tudo o que está na placa: o app, o bootloader, as configurações salvas, as senhas de Wi-Fi e os arquivos. Ela só inicia depois de ser gravada de novo.',
    someLost: 'O que está nestas partições, até onde a região alcança:',
    noPartition: 'Nada que pertença a uma partição.',
    unknownLoss: 'Tudo o que houver ali. A tabela de partições da placa diria o que é.',
    nothingChosen: 'Nada foi escolhido ainda.',
    sectors:
      'A flash é apagada em setores de 4 kB (0x1000 bytes) e depois contém apenas bits 1. Faça antes um backup do que ainda possa precisar.',
    force: 'Apagar mesmo assim',
    forceHint: 'Esta placa só inicia firmware assinado ou criptografado. Sem ele, talvez nunca mais inicie.',
    word: 'APAGAR',
    typeWord: 'Digite {word} para confirmar',
    reason: {
      locked: 'Esta placa está protegida: veja acima.',
      sizeNotTold: 'Escolha primeiro o tamanho da flash.',
      sizeUnknown: 'O tamanho da flash não é conhecido: apague uma região.',
      confirm: 'Digite {word} acima para confirmar.',
    },
    done: 'Apagado',
    proven: 'Está em branco: o MD5 calculado pelo chip é o de uma flash apagada.',
    unproven: 'O chip informou que terminou. Nada pode ser lido de volta para comprovar.',
  },
};
