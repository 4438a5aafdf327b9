import type { closedTexts as english } from '../en/closed';
import type { Widened } from '../messages';

/** Uma placa em Secure Download Mode, em todas as páginas. */
export const closedTexts: Widened<typeof english> = {
  closed: {
    title: 'Secure Download Mode',
    writing:
      'Esta placa pode ser gravada e apagada, e só. Nada pode ser lido de volta: não há comparação, backup nem tabela de partições.',
    erasing: 'Esta placa pode ser gravada e apagada, e só. Não há como comprovar que depois fica em branco.',
    flashSize: 'Tamanho da flash',
    flashSizeHint: 'A placa não informa. Está na descrição da placa ou do módulo.',
    chooseSize: 'Escolher…',
    accept: 'Gravar sem comprovação',
    acceptHint: 'O que foi gravado não pode ser comparado com o que foi enviado.',
    layout: 'A placa está em Secure Download Mode: a tabela de partições não pode ser lida.',
  },
};
