/** Names of tables, sheets, rows and columns. */
export const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
