import { pt } from '../../../src-shared/locales/pt';
import type { shellTexts as english } from '../en/shell';
import type { Widened } from '../messages';

/** Navegação, escolha da placa, mensagens: o que está em volta de cada página. */
export const shellTexts: Widened<typeof english> = {
  nav: {
    label: 'Páginas',
    ...pt.pages,
  },
  board: {
    label: 'Placa',
    none: 'Escolha uma placa',
    noneHint: 'Conecte uma ou experimente uma virtual',
    boards: 'Placas',
    empty: 'Nenhuma placa encontrada. Conecte uma com um cabo USB que transmita dados.',
    revision: 'revisão {revision}',
    flash: '{size} de flash',
    virtual: 'Placa virtual',
    virtualChip: '{chip} virtual',
    network: 'Porta de rede',
    serial: 'Porta serial',
    unknownChip: 'Chip desconhecido',
    missing: 'Não conectada',
    state: {
      unknown: 'Ainda não consultada',
      asking: 'Consultando…',
      identified: 'Pronta',
      failed: 'Sem resposta',
      busy: 'Em uso',
      shared: 'Compartilhada',
    },
    ask: 'Consultar esta placa de novo',
    remove: 'Remover esta porta de rede',
    networkAddress: 'Porta de rede',
    networkHint: 'socket://192.168.1.20:5555',
    add: 'Adicionar',
    lockedWhileRunning: 'A placa não pode ser trocada enquanto há uma tarefa em andamento.',
  },
  drop: { title: 'Solte para adicionar', text: 'Em qualquer lugar da janela' },
  remark: {
    detailsCopied: 'Os detalhes da última tarefa estão na área de transferência',
    noJobYet: 'Nenhuma tarefa foi executada ainda',
    tableInUse: 'Você poderá adicionar arquivos quando a tarefa em andamento terminar',
    exampleNotSaved: 'O exemplo não pode ser salvo. Adicione antes seus próprios arquivos.',
    traceCopied: 'O rastreamento está na área de transferência',
    traceSaved: 'O rastreamento foi salvo',
  },
  notices: { label: 'Mensagens', dismiss: 'Dispensar' },
};
