import { Type } from 'typebox';

/** Fields that the routes of people share. */
export const accountName = Type.String({ minLength: 1, maxLength: 100 });
export const secret = Type.String({ minLength: 1, maxLength: 1024 });
export const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
export const day = Type.String({ maxLength: 10, description: 'YYYY-MM-DD' });
export const areasOrAll = Type.Union([
  Type.Literal('everywhere'),
  Type.Array(Type.String({ maxLength: 6 }), { maxItems: 500 }),
]);
