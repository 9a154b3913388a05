import type { Readable } from 'node:stream';
import { evidenceFile, type TaskFilePreview, type TaskRulesAnswer, type TasksActed } from '@zhiheng/office';
import type { FastifyPluginAsync } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Uploads } from '../uploads.js';
import { attachment } from './attachment.js';
import { answer, type RouteContext } from './route-context.js';

const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const byFile = Type.Object({ ...byId.properties, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const fileQuery = Type.Object(
  {
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'name of the file, which its content has to agree with',
    }),
    version: Type.Integer({ minimum: 1, description: 'the version of the task that was looked at' }),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
);

/** Only what a browser shows without running anything of it; all else is bytes. */
const shownTypes: Readonly<Record<string, string>> = { png: 'image/png', jpeg: 'image/jpeg', pdf: 'application/pdf' };

/** Files of evidence: brought as a plain stream of bytes, given back as they came, told in words. A scope of its own takes such bodies. */
export function taskFileRoutes(context: RouteContext, uploads: Uploads): FastifyPluginAsync {
  return async (server) => {
    server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    server.post<{ Params: Static<typeof byId>; Querystring: Static<typeof fileQuery>; Body: Readable }>(
      '/api/tasks/:id/files',
      {
        bodyLimit: Number.MAX_SAFE_INTEGER,
        config: { command: 'task-file', upload: true },
        schema: { summary: 'Bring a file of evidence', params: byId, querystring: fileQuery },
      },
      async (request, reply): Promise<TasksActed> => {
        const { name, version, note } = request.query;
        const { fileBytes } = await answer<TaskRulesAnswer>(context, request, 'task-rules', {});
        const { person } = request.actor;
        const upload = await uploads.take(name, person, request.body, fileBytes);
        try {
          const tasks = [{ id: request.params.id, version }];
          const input = { tasks, files: [{ path: upload.path, name }], ...(note !== undefined && { note }) };
          const acted = await answer<TasksActed>(context, request, 'task-file', input);
          reply.status(201);
          return acted;
        } finally {
          await uploads.remove([upload.id]);
        }
      },
    );
    server.get<{ Params: Static<typeof byFile> }>(
      '/api/tasks/:id/files/:sha256',
      {
        config: { permission: 'tasks:read' },
        schema: { summary: 'A file of a task, as it was brought', params: byFile },
      },
      async (request, reply) => {
        const { file, bytes } = await evidenceFile(request.params, { office: context.office, actor: request.actor });
        const at = file.name.lastIndexOf('.');
        return reply
          .type(shownTypes[file.format] ?? 'application/octet-stream')
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('content-disposition', attachment(file.name.slice(0, at), false, file.name.slice(at + 1)))
          .send(bytes);
      },
    );
    server.get<{ Params: Static<typeof byFile> }>(
      '/api/tasks/:id/files/:sha256/preview',
      {
        config: { command: 'task-file-preview' },
        schema: { summary: 'First lines, sheets or size of a file; nothing of it is run', params: byFile },
      },
      (request) =>
        answer<TaskFilePreview>(context, request, 'task-file-preview', {
          id: request.params.id,
          file: request.params.sha256,
        }),
    );
  };
}
