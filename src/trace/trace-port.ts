/** A way for messages between two sides, whichever threads they run in. */
export interface TracePort {
	post( message: unknown ): void;
	/** Names the one that is told of messages from the other side. */
	listen( listener: ( message: unknown ) => void ): void;
}

/** As much as is used of a `Worker`, of the global scope in one, and of a `MessagePort`. */
export interface MessageTarget {
	postMessage( message: unknown ): void;
	/** A handler of events with `data`; its type differs from target to target. */
	onmessage: unknown;
}

/** The way for messages through a worker, or out of it. */
export function portOf( target: MessageTarget ): TracePort {
	return {
		post: ( message ) => target.postMessage( message ),
		listen: ( listener ) => {
			target.onmessage = ( { data }: { data: unknown } ) => listener( data );
		}
	};
}

/** Both ends of a way for messages inside one thread: nothing is copied. */
export function localPorts(): [ TracePort, TracePort ] {
	const listeners: ( ( message: unknown ) => void )[] = [];
	const end = ( own: number, other: number ): TracePort => ( {
		post: ( message ) => listeners[ other ]?.( message ),
		listen: ( listener ) => {
			listeners[ own ] = listener;
		}
	} );
	return [ end( 0, 1 ), end( 1, 0 ) ];
}
