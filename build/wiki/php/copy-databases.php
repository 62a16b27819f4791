<?php
/**
 * Copies every SQLite database of one folder into another, also while a server is using either:
 * php copy-databases.php FROM TO
 *
 * @file
 */

[ , $from, $to ] = $argv;
foreach ( glob( "$from/*.sqlite" ) as $file ) {
	$source = new SQLite3( $file, SQLITE3_OPEN_READWRITE );
	$target = new SQLite3( $to . '/' . basename( $file ) );
	foreach ( [ $source, $target ] as $database ) {
		$database->enableExceptions( true );
		$database->busyTimeout( 20000 );
	}
	$source->backup( $target );
}
