import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DraftAnswer } from '@zhiheng/office';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { draftQuery, draftsQuery } from '../api/definition-queries.js';
import { indicatorQuery, indicatorsQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { NoRight } from '../staff/NoRight.js';
import { ErrorState } from '../states/ErrorState.js';
import { NotFoundPage } from '../states/NotFoundPage.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { DraftWorkbench } from './DraftWorkbench.js';
import { draftStateWords } from './draft-words.js';
import '../staff/staff.css';
import './definitions.css';

const route = getRouteApi('/$language/indicators/$indicator/edit');

/** The definition of an indicator under work: its open draft, else the text in force; `INDICATOR.ROUND` names one draft. */
export function EditDefinitionPage() {
  const { word } = useWords();
  const { indicator: id } = route.useParams();
  const session = useSession();
  const reads = may(session, 'definitions:read-drafts');
  const round = id.includes('.');
  const indicator = round ? id.slice(0, id.lastIndexOf('.')) : id;
  const drafts = useQuery({ ...draftsQuery(), enabled: reads });
  const known = useQuery(indicatorsQuery());
  const open = round ? id : drafts.data?.find((one) => one.indicator === indicator)?.draft;
  const draft = useQuery({ ...draftQuery(open ?? ''), enabled: reads && open !== undefined });
  const listed = known.data?.some((one) => one.id === indicator) ?? false;
  const inForce = useQuery({ ...indicatorQuery(indicator), enabled: reads && listed });
  usePageHead(word('editor.title', { indicator }), word('editor.description'));
  if (session !== undefined && !reads) return <NoRight session={session} />;
  const error = drafts.error ?? known.error ?? draft.error ?? inForce.error;
  const waiting =
    session === undefined ||
    drafts.data === undefined ||
    known.data === undefined ||
    (open !== undefined && draft.data === undefined) ||
    (listed && inForce.data === undefined);
  if (!error && !waiting && open === undefined && !listed) return <NotFoundPage />;
  const retry = () => {
    for (const one of [drafts, known, draft, inForce]) void one.refetch();
  };
  return (
    <article className="page staff definition-page">
      <EditorHead indicator={indicator} draft={draft.data} names={inForce.data?.definition.names} />
      {error ? <ErrorState error={error} retry={retry} /> : null}
      {waiting && !error ? <Skeleton rows={12} /> : null}
      {waiting || error ? null : (
        <DraftWorkbench
          key={id}
          session={session}
          indicator={indicator}
          draft={draft.data ?? null}
          begin={inForce.data?.definition.text ?? ''}
        />
      )}
    </article>
  );
}

interface EditorHeadProps {
  readonly indicator: string;
  readonly draft: DraftAnswer | undefined;
  /** Of the definition in force; left out where there is none. */
  readonly names: LocalizedText | undefined;
}

function EditorHead({ indicator, draft, names }: EditorHeadProps) {
  const { word, own, language } = useWords();
  return (
    <header className="page-head">
      <p className="overline">
        <Link to="/$language/indicators" params={{ language }}>
          {word('nav.indicators')}
        </Link>
        {' · '}
        {names !== undefined ? (
          <Link to="/$language/indicators/$indicator" params={{ language, indicator }}>
            <code>{indicator}</code>
          </Link>
        ) : (
          <code>{indicator}</code>
        )}
        {draft === undefined ? null : ` · ${word(draftStateWords[draft.state])}`}
      </p>
      <h1>{word('editor.heading', { name: names === undefined ? indicator : own(names) })}</h1>
      <p className="subtitle">{word('editor.description')}</p>
    </header>
  );
}
