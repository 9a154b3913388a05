export { ColumnAppender, type Value } from './column-appender.js';
export { type Disk, nodeDisk } from './disk.js';
export { defineViews, openLakeSession, type Scope } from './lake.js';
export * from './manifest.js';
export { ObjectStore, type ObjectSuffix, type StoredObject } from './object-store.js';
export { Session, type SessionOptions } from './session.js';
