import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem.js';
import { whenSignInIsNeeded } from './api/sign-in-needed.js';
import { leadToSignIn } from './frame/lead-to-sign-in.js';
import { makeRouter } from './routes.js';
import './styles/index.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof Problem && error.answer.status === 0,
    },
  },
});
const router = makeRouter(queries);
whenSignInIsNeeded(() => leadToSignIn(router));
const page = document.getElementById('page');
if (page === null) throw new Error('the page has no element #page');
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
