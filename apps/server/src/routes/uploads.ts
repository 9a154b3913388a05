import type { Readable } from 'node:stream';
import type { PreviewAnswer, UploadAnswer } from '@zhiheng/office';
import type { FastifyPluginAsync } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Uploads } from '../uploads.js';
import { answer, type RouteContext } from './route-context.js';

const uploadQuery = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 1000, description: 'name of the file' }) },
  { additionalProperties: false },
);
const byId = Type.Object({ id: Type.String({ maxLength: 64 }) });
const previewBody = Type.Object(
  { mapping: Type.Optional(Type.String({ maxLength: 200_000 })) },
  { additionalProperties: false },
);

/** Takes files in as plain streams of bytes, one request a file, in a scope of its own: nothing else takes such bodies. */
export function uploadRoutes(context: RouteContext, uploads: Uploads): FastifyPluginAsync {
  return async (server) => {
    server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    server.post<{ Querystring: Static<typeof uploadQuery>; Body: Readable }>(
      '/api/uploads',
      {
        bodyLimit: Number.MAX_SAFE_INTEGER,
        config: { permission: 'loads:prepare', upload: true },
        schema: { summary: 'Bring a file for a load', querystring: uploadQuery },
      },
      async (request, reply): Promise<UploadAnswer> => {
        const { id, name, bytes } = await uploads.take(request.query.name, request.actor.person, request.body);
        reply.status(201);
        return { upload: id, name, bytes };
      },
    );
    server.post<{ Params: Static<typeof byId>; Body: Static<typeof previewBody> }>(
      '/api/uploads/:id/preview',
      {
        config: { command: 'load-preview' },
        schema: { summary: 'First rows, and what a mapping makes of them', params: byId, body: previewBody },
      },
      (request) =>
        answer<PreviewAnswer>(context, request, 'load-preview', {
          path: uploads.get(request.params.id, request.actor.person).path,
          ...request.body,
        }),
    );
    server.delete<{ Params: Static<typeof byId> }>(
      '/api/uploads/:id',
      {
        config: { permission: 'loads:prepare' },
        schema: { summary: 'Take a file back before its load', params: byId },
      },
      async (request, reply) => {
        await uploads.remove([uploads.get(request.params.id, request.actor.person).id]);
        return reply.status(204).send();
      },
    );
  };
}
