<?php
/**
 * Gives PHP's built-in server the addresses of Wikimedia's wikis: /wiki/Title for pages, /w/ for
 * MediaWiki's scripts and files.
 *
 * @file
 */

$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( $path === '/' || $path === '/wiki' ) {
	header( 'Location: /wiki/', true, 302 );
	return true;
}
if ( is_string( $path ) && str_starts_with( $path, '/wiki/' ) ) {
	$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/w/index.php';
	$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/w/index.php';
	require $_SERVER['SCRIPT_FILENAME'];
	return true;
}
return false;
