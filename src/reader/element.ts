/** Elements of the page, under the name by which this room has them. */
export * from '../wiki/element';
