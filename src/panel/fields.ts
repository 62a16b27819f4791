/** Parts of a record as lines of a list, and which of them the log leaves out. */

/** One line of a record. */
export interface Field {
	/** Names the message `panel-field-…` and the slot that draws it. */
	name: string;
	/** Whether the log says anything. */
	recorded: boolean;
	/** What is drawn where no slot of that name is given. */
	text?: string;
	/** Many records have no such thing: where it is absent, nothing is said about it. */
	optional?: boolean;
}

/** A line whose value is a short text. */
export function textField( name: string, text: string | undefined ): Field {
	return { name, recorded: Boolean( text ), text };
}

/** A line whose value is a list. */
export function listField( name: string, list: readonly unknown[] | undefined ): Field {
	return { name, recorded: Boolean( list?.length ) };
}

export function optional( field: Field ): Field {
	return { ...field, optional: true };
}

/** Splits the lines into those to draw and the names of those that are not recorded. */
export function splitFields( fields: readonly Field[] ): { drawn: Field[]; absent: string[] } {
	return {
		drawn: fields.filter( ( field ) => field.recorded ),
		absent: fields
			.filter( ( field ) => !field.recorded && !field.optional )
			.map( ( field ) => field.name )
	};
}
