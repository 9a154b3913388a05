import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { indicatorsQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { NoRight } from '../staff/NoRight.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { DraftWorkbench } from './DraftWorkbench.js';
import { template } from './template.js';
import '../staff/staff.css';
import './definitions.css';

const route = getRouteApi('/$language/indicators/new');

/** A definition of a new indicator, from a template; once it is saved, the page is that of its draft. */
export function NewDefinitionPage() {
  const { word } = useWords();
  const session = useSession();
  const known = useQuery(indicatorsQuery());
  const navigate = route.useNavigate();
  usePageHead(word('editor.new'), word('editor.description'));
  if (session !== undefined && !may(session, 'definitions:draft')) return <NoRight session={session} />;
  return (
    <article className="page staff definition-page">
      <header className="page-head">
        <h1>{word('editor.new')}</h1>
        <p className="subtitle">{word('editor.new.explained')}</p>
      </header>
      {session === undefined ? (
        <Skeleton rows={12} />
      ) : (
        <DraftWorkbench
          session={session}
          draft={null}
          begin={template}
          taken={known.data?.map(({ id }) => id) ?? []}
          saved={({ indicator }) =>
            void navigate({
              to: '/$language/indicators/$indicator/edit',
              params: (params) => ({ language: params.language ?? 'zh-Hans', indicator }),
              replace: true,
              ignoreBlocker: true,
            })
          }
        />
      )}
    </article>
  );
}
