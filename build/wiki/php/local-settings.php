<?php
/**
 * Settings of a local wiki. Copied into the wiki's folder, where everything else it needs lies
 * beside it: a copied folder runs anywhere.
 *
 * @file
 */

if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}

// What differs from wiki to wiki: language and secret keys.
$adviceSite = json_decode( file_get_contents( __DIR__ . '/site.json' ), true );

$wgSitename = 'Advice provenance';
$wgMetaNamespace = 'Project';
$wgLanguageCode = $adviceSite['language'];
$wgLocaltimezone = 'UTC';
$wgSecretKey = $adviceSite['secretKey'];
$wgUpgradeKey = $adviceSite['upgradeKey'];

// Addresses as on Wikimedia's wikis. The port may be another one at the next start.
$adviceHost = $_SERVER['HTTP_HOST'] ?? '';
$wgServer = preg_match( '/^[A-Za-z0-9.:\[\]-]+$/', $adviceHost ) ?
	"http://$adviceHost" :
	( getenv( 'WIKI_SERVER' ) ?: 'http://127.0.0.1' );
$wgScriptPath = '/w';
$wgArticlePath = '/wiki/$1';
$wgUsePathInfo = true;
$wgFavicon = '/favicon.ico';
$wgLogos = false;

$wgDBtype = 'sqlite';
$wgDBname = 'wiki';
$wgSQLiteDataDir = __DIR__ . '/data';
$adviceDatabase = static fn ( string $name ) => [
	'type' => 'sqlite',
	'dbname' => $name,
	'tablePrefix' => '',
	'variables' => [ 'synchronous' => 'NORMAL' ],
	'dbDirectory' => $wgSQLiteDataDir,
	'trxMode' => 'IMMEDIATE',
	'flags' => 0
];
$wgObjectCaches[CACHE_DB] = [
	'class' => SqlBagOStuff::class,
	'loggroup' => 'SQLBagOStuff',
	'server' => $adviceDatabase( 'wikicache' )
];
$wgJobTypeConf['default'] = [
	'class' => 'JobQueueDB',
	'claimTTL' => 3600,
	'server' => $adviceDatabase( 'wiki_jobqueue' )
];
$wgResourceLoaderUseObjectCacheForDeps = true;

// Every cache lies in the data folder (and none in shared memory), so that a snapshot of that
// folder can be put back under the running server.
$wgMainCacheType = CACHE_DB;
$wgParserCacheType = CACHE_DB;
$wgMessageCacheType = CACHE_DB;
$wgSessionCacheType = CACHE_DB;
$wgCacheDirectory = __DIR__ . '/cache';
$wgLocalisationCacheConf['store'] = 'array';
$wgUploadDirectory = __DIR__ . '/images';
$wgDBerrorLog = __DIR__ . '/logs/database-errors.log';
$wgDebugLogGroups['exception'] = __DIR__ . '/logs/exceptions.log';
$wgDebugLogGroups['fatal'] = __DIR__ . '/logs/exceptions.log';
$wgShowExceptionDetails = true;

// A closed, local wiki for trying things: nobody is sent mail, asked twice or slowed down.
$wgEnableEmail = false;
$wgEnableUploads = false;
$wgPingback = false;
$wgRawHtml = false;
$wgAllowUserJs = true;
$wgAllowUserCss = true;
$wgRateLimits = [];
$wgPasswordAttemptThrottle = [];
$wgAccountCreationThrottle = [];
// A newly deployed gadget is there after a reload.
$wgResourceLoaderMaxage = [ 'versioned' => 2592000, 'unversioned' => 0 ];

// Hiding parts of revisions, to see what the gadget does with them.
$wgGroupPermissions['sysop']['deleterevision'] = true;
$wgGroupPermissions['sysop']['deletelogentry'] = true;

$wgNamespacesWithSubpages[NS_MAIN] = true;

foreach ( [ 'Vector', 'MinervaNeue', 'MonoBook', 'Timeless' ] as $adviceName ) {
	if ( is_file( "$IP/skins/$adviceName/skin.json" ) ) {
		wfLoadSkin( $adviceName );
	}
}
$wgDefaultSkin = 'vector-2022';
$wgVectorNightMode = [ 'logged_in' => true, 'logged_out' => true, 'beta' => true ];
$wgMinervaNightMode = [ 'base' => true, 'loggedin' => true, 'beta' => true ];

$adviceExtensions = [ 'Gadgets', 'ParserFunctions', 'Cite', 'WikiEditor', 'CodeEditor', 'VisualEditor' ];
foreach ( $adviceExtensions as $adviceName ) {
	if ( is_file( "$IP/extensions/$adviceName/extension.json" ) ) {
		wfLoadExtension( $adviceName );
	}
}
wfLoadExtension( 'TranslateStandIn', __DIR__ . '/extensions/TranslateStandIn/extension.json' );

// ?useparsoid=1 shows a page as Parsoid renders it.
$wgHooks['ArticleParserOptions'][] = static function ( $article, $options ) {
	if ( $article->getContext()->getRequest()->getBool( 'useparsoid' ) ) {
		$options->setUseParsoid();
	}
};

// Tests and curious people switch behaviour by files here, e.g. a Content Security Policy with
// `$wgCSPHeader = [ 'default-src' => true ];`. What was cached before a change is not used after.
$adviceChanged = filemtime( __DIR__ . '/settings.d' );
foreach ( glob( __DIR__ . '/settings.d/*.php' ) as $adviceFile ) {
	$adviceChanged = max( $adviceChanged, filemtime( $adviceFile ) );
	require $adviceFile;
}
$wgCacheEpoch = gmdate( 'YmdHis', $adviceChanged + 1 );
