import type { setupsTexts as english } from '../en/setups';
import type { Widened } from '../messages';

/** Projetos, o que foi aberto há pouco e o título da janela. */
export const setupsTexts: Widened<typeof english> = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name} (alterações não salvas) – Esplanade',
  },
  setup: {
    label: 'Projeto',
    saved: 'Salvo',
    changed: 'Alterações não salvas',
    save: 'Salvar',
    keep: 'Salvar como projeto',
    keepHint: 'Guarda estes arquivos, endereços e opções em um arquivo, para abrir de novo ou passar adiante.',
    close: 'Fechar este projeto',
    otherChip: 'Feito para {chip}. A placa escolhida é um {board}.',
    missingTitle: 'Não encontrado',
    missingRows: 'Necessário dele: {rows}',
    locate: 'Onde está?',
    leaveOut: 'Deixar de fora',
  },
  recents: {
    title: 'Abrir de novo',
    where: 'em {folder}',
    opened: '{kind} · {ago}',
    missing: 'Não está mais lá',
    forget: 'Esquecer {name}',
    kind: {
      setup: 'Projeto',
      draft: 'Onde você parou. Não salvo.',
      file: 'Arquivo',
    },
  },
};
