<?php
/*
 * As much of WordPress as the plugin touches, written from its documentation. Reads what to do as JSON from its input:
 *
 *   platform    what is stored as the platform's address
 *   language    of the site, en or cy
 *   modern      whether this WordPress knows script modules (6.5 and later)
 *   editor      whether who looks may edit posts
 *   content     of a post, with shortcodes
 *   block       instead: the attributes of a block
 *   typed       addresses that somebody types into the settings
 *
 * and writes JSON: page (the HTML as a visitor gets it), saved (what is stored of each address typed), errors, settings (the
 * settings page), words (of the block's editor).
 */

error_reporting( E_ALL );
set_error_handler(
	function ( $level, $message, $file, $line ) {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);

$order = json_decode( stream_get_contents( STDIN ), true, 16, JSON_THROW_ON_ERROR ) + array(
	'platform' => '', 'language' => 'en', 'modern' => true, 'editor' => false, 'content' => '', 'block' => null, 'typed' => array(),
);
$hooks = array();
$shortcodes = array();
$blocks = array();
$scripts = array();
$errors = array();
$words = array();
$sanitize = array();
$fields = array();
$messages = 'cy' === $order['language'] ? ( require __DIR__ . '/../central-lobby/languages/central-lobby-cy.l10n.php' )['messages'] : array();

define( 'ABSPATH', __DIR__ . '/' );

function add_action( $hook, $callback, $priority = 10, $count = 1 ) { $GLOBALS['hooks'][ $hook ][] = $callback; }
function add_filter( $hook, $callback, $priority = 10, $count = 1 ) { add_action( $hook, $callback ); }
function happen( $hook ) { foreach ( $GLOBALS['hooks'][ $hook ] ?? array() as $callback ) { $callback(); } }
function filtered( $hook, $value, ...$rest ) { foreach ( $GLOBALS['hooks'][ $hook ] ?? array() as $callback ) { $value = $callback( $value, ...$rest ); } return $value; }
function plugin_basename( $file ) { return 'central-lobby/central-lobby.php'; }
function plugins_url( $path, $file ) { return 'https://site.example/wp-content/plugins/central-lobby/' . $path; }
function admin_url( $path ) { return 'https://site.example/wp-admin/' . $path; }
function load_plugin_textdomain( $domain, $deprecated, $folder ) { return is_dir( __DIR__ . '/../' . $folder ); }
function __( $text, $domain ) { return $GLOBALS['messages'][ $text ] ?? $text; }
function esc_html__( $text, $domain ) { return esc_html( __( $text, $domain ) ); }
function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false ); }
function esc_attr( $text ) { return esc_html( $text ); }
function esc_url( $url ) { return preg_match( '#^https?://#', $url ) ? str_replace( array( '&', "'", '"', '<', '>' ), array( '&#038;', '&#039;', '', '', '' ), $url ) : ''; }
function wp_strip_all_tags( $text ) { return trim( strip_tags( $text ) ); }
function get_option( $name, $default ) { return 'central_lobby_platform' === $name ? $GLOBALS['order']['platform'] : $default; }
function current_user_can( $capability ) { return $GLOBALS['order']['editor']; }
function add_shortcode( $tag, $callback ) { $GLOBALS['shortcodes'][ $tag ] = $callback; }
function shortcode_atts( $pairs, $given, $tag ) { return array_intersect_key( (array) $given, $pairs ) + $pairs; }
function register_block_type( $folder, $settings ) {
	$block = json_decode( file_get_contents( $folder . '/block.json' ), true, 16, JSON_THROW_ON_ERROR );
	$GLOBALS['blocks'][ $block['name'] ] = $block + $settings;
}
function get_block_wrapper_attributes() { return 'class="wp-block-central-lobby-letter"'; }
function wp_register_script( $handle, $address, $needs, $version, $footer ) { return true; }
function wp_localize_script( $handle, $name, $values ) { $GLOBALS['words'] = $values; }
function wp_enqueue_script( $handle, $address, $needs, $version, $footer ) {
	$GLOBALS['scripts'][ $handle ] = filtered( 'script_loader_tag', "<script src='" . esc_url( $address ) . "' id='{$handle}-js' type='text/javascript'></script>", $handle, $address );
}
if ( $order['modern'] ) {
	function wp_enqueue_script_module( $handle, $address, $needs, $version ) {
		$GLOBALS['scripts'][ $handle ] = '<script type="module" src="' . esc_url( $address ) . '" id="' . $handle . '-js-module"></script>';
	}
}
function register_setting( $group, $name, $settings ) { $GLOBALS['sanitize'][ $name ] = $settings['sanitize_callback']; }
function add_settings_error( $setting, $code, $message ) { $GLOBALS['errors'][] = $message; }
function add_settings_section( $id, $title, $callback, $page ) {}
function add_settings_field( $id, $title, $callback, $page, $section, $settings ) { $GLOBALS['fields'][] = $callback; }
function add_options_page( $title, $menu, $capability, $slug, $callback ) { $GLOBALS['settings_page'] = $callback; }
function wp_add_privacy_policy_content( $plugin, $html ) {}
function settings_fields( $group ) {}
function do_settings_sections( $page ) { foreach ( $GLOBALS['fields'] as $field ) { $field(); } }
function submit_button() { echo '<button>Save</button>'; }

function with_shortcodes( $content ) {
	return preg_replace_callback(
		'/\[(\w+)([^\]]*)\](?:([^\[]*)\[\/\1\])?/',
		function ( $found ) {
			preg_match_all( '/(\w+)="([^"]*)"/', $found[2], $pairs );
			$attributes = $pairs[1] ? array_combine( $pairs[1], $pairs[2] ) : '';
			return $GLOBALS['shortcodes'][ $found[1] ]( $attributes, $found[3] ?? null );
		},
		$content
	);
}

require __DIR__ . '/../central-lobby/central-lobby.php';
happen( 'init' );
happen( 'admin_init' );
happen( 'admin_menu' );
happen( 'enqueue_block_editor_assets' );

if ( null === $order['block'] ) {
	$html = with_shortcodes( $order['content'] );
} else {
	$block = $blocks['central-lobby/letter'];
	$html = $block['render_callback']( $order['block'] + array_column_default( $block['attributes'] ) );
}
function array_column_default( $attributes ) { return array_map( function ( $attribute ) { return $attribute['default']; }, $attributes ); }

ob_start();
$settings_page();
$settings = ob_get_clean();
$saved = array_map( $sanitize['central_lobby_platform'], $order['typed'] );
$page = sprintf(
	"<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>A WordPress site</title></head>\n<body><main>%s</main>%s</body></html>",
	'cy' === $order['language'] ? 'cy' : 'en-GB',
	$html,
	implode( '', $scripts )
);
echo json_encode( compact( 'page', 'saved', 'errors', 'settings', 'words' ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
