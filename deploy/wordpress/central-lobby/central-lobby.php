<?php
/**
 * Plugin Name:       Central Lobby
 * Description:       Puts a Central Lobby campaign on your site: visitors find their MP and write to them. A block and the shortcode [central_lobby campaign="..."].
 * Version:           1.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       central-lobby
 * Domain Path:       /languages
 *
 * What it prints is the same for every visitor, so page caches may keep it. It stores nothing but its one setting, and nothing
 * about visitors.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The option that holds the platform's origin, for instance https://act.example.org. */
const CENTRAL_LOBBY_PLATFORM = 'central_lobby_platform';

const CENTRAL_LOBBY_ATTRIBUTES = array(
	'campaign' => '',
	'lang'     => '',
	'mode'     => 'widget',
	'theme'    => '',
	'text'     => '',
);

add_action( 'init', 'central_lobby_init' );
add_action( 'enqueue_block_editor_assets', 'central_lobby_editor_words' );
add_action( 'admin_init', 'central_lobby_admin_init' );
add_action( 'admin_menu', 'central_lobby_admin_menu' );
add_filter( 'script_loader_tag', 'central_lobby_as_module', 10, 2 );
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'central_lobby_action_links' );

function central_lobby_init() {
	load_plugin_textdomain( 'central-lobby', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	add_shortcode( 'central_lobby', 'central_lobby_shortcode' );
	wp_register_script(
		'central-lobby-block',
		plugins_url( 'block/editor.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
		'1.0.0',
		true
	);
	register_block_type( __DIR__ . '/block', array( 'render_callback' => 'central_lobby_block' ) );
}

/* ------------------------------------------------------------------------------------------------------ what visitors see */

/**
 * [central_lobby campaign="clean-rivers" lang="cy" mode="widget|iframe|link" theme="light|dark|auto"]Write to your MP[/central_lobby]
 *
 * @param array|string $attributes Of the shortcode; an empty string where it has none.
 * @param string|null  $content    What the link says where it shows.
 */
function central_lobby_shortcode( $attributes, $content = null ) {
	$attributes = shortcode_atts( CENTRAL_LOBBY_ATTRIBUTES, $attributes, 'central_lobby' );
	if ( null !== $content && '' !== trim( $content ) ) {
		$attributes['text'] = wp_strip_all_tags( $content );
	}
	return central_lobby_embed( $attributes );
}

/** @param array $attributes Of the block. */
function central_lobby_block( $attributes ) {
	$embed = central_lobby_embed( array_merge( CENTRAL_LOBBY_ATTRIBUTES, $attributes ) );
	return '' === $embed ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $embed );
}

/** @param array $wanted All of CENTRAL_LOBBY_ATTRIBUTES, as somebody typed them. */
function central_lobby_embed( $wanted ) {
	$platform = central_lobby_origin( get_option( CENTRAL_LOBBY_PLATFORM, '' ) );
	if ( '' === $platform ) {
		return central_lobby_notice( __( 'Enter the address of your platform under Settings → Central Lobby.', 'central-lobby' ) );
	}
	$campaign = trim( $wanted['campaign'] );
	if ( ! preg_match( '/^[a-z0-9]+(?:-[a-z0-9]+)*$/D', $campaign ) ) {
		return central_lobby_notice( __( 'Enter the campaign’s name as its address has it, for instance clean-rivers.', 'central-lobby' ) );
	}
	$lang  = in_array( $wanted['lang'], array( 'en', 'cy' ), true ) ? $wanted['lang'] : '';
	$theme = in_array( $wanted['theme'], array( 'dark', 'auto' ), true ) ? $wanted['theme'] : '';
	$text  = '' === trim( $wanted['text'] ) ? __( 'Write to your MP', 'central-lobby' ) : trim( $wanted['text'] );
	$page  = $platform . '/c/' . $campaign . ( '' === $lang ? '' : '?lang=' . $lang );

	switch ( $wanted['mode'] ) {
		case 'link':
			return sprintf( '<p class="central-lobby"><a href="%s">%s</a></p>', esc_url( $page ), esc_html( $text ) );
		case 'iframe':
			central_lobby_module( 'central-lobby-frame', $platform . '/widget/v1/mp-letter-frame.js' );
			$query = http_build_query( array_filter( compact( 'lang', 'theme' ) ) );
			return sprintf(
				'<iframe class="central-lobby" src="%s" title="%s" width="100%%" height="640" frameborder="0" allow="clipboard-write; web-share"></iframe>',
				esc_url( $platform . '/embed/' . $campaign . ( '' === $query ? '' : '?' . $query ) ),
				esc_attr( $text )
			);
		default:
			central_lobby_module( 'central-lobby-widget', $platform . '/widget/v1/mp-letter.js' );
			$attributes = array_filter( compact( 'campaign', 'lang', 'theme' ) );
			$html       = '';
			foreach ( $attributes as $name => $value ) {
				$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
			}
			return sprintf( '<mp-letter%s><a href="%s">%s</a></mp-letter>', $html, esc_url( $page ), esc_html( $text ) );
	}
}

/** What is wrong, for those who can put it right; nothing for visitors. */
function central_lobby_notice( $words ) {
	return current_user_can( 'edit_posts' ) ? sprintf( '<p class="central-lobby-notice"><strong>Central Lobby:</strong> %s</p>', esc_html( $words ) ) : '';
}

/** Loads a script of the platform as a module, once however often a page asks; without a version, as its address is stable. */
function central_lobby_module( $handle, $address ) {
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( $handle, $address, array(), null );
	} else {
		wp_enqueue_script( $handle, $address, array(), null, true );
	}
}

/** Before WordPress 6.5 there are only classic scripts. */
function central_lobby_as_module( $tag, $handle ) {
	if ( 'central-lobby-widget' !== $handle && 'central-lobby-frame' !== $handle ) {
		return $tag;
	}
	return str_replace( '<script ', '<script type="module" ', preg_replace( '/ type=([\'"])[^\'"]*\1/', '', $tag ) );
}

/* ------------------------------------------------------------------------------------------------------------ the setting */

/**
 * The origin that an address has, in lower case and without a slash at its end; empty for anything but https, or http on the
 * machine itself.
 *
 * @param mixed $address As somebody typed it, for instance https://Act.example.org/.
 */
function central_lobby_origin( $address ) {
	$origin = strtolower( rtrim( trim( (string) $address ), '/' ) );
	$host   = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*';
	return preg_match( "#^(?:https://{$host}|http://(?:localhost|127\.0\.0\.1))(?::\d{1,5})?$#D", $origin ) ? $origin : '';
}

/** What is stored of what somebody typed: what was there before, where it is no origin. */
function central_lobby_sanitize( $address ) {
	$origin = central_lobby_origin( $address );
	if ( '' === $origin && '' !== trim( (string) $address ) ) {
		add_settings_error(
			CENTRAL_LOBBY_PLATFORM,
			'central_lobby_no_origin',
			__( 'Enter the platform’s address as https://act.example.org, without anything behind it.', 'central-lobby' )
		);
		return get_option( CENTRAL_LOBBY_PLATFORM, '' );
	}
	return $origin;
}

function central_lobby_admin_init() {
	register_setting(
		'central_lobby',
		CENTRAL_LOBBY_PLATFORM,
		array(
			'type'              => 'string',
			'sanitize_callback' => 'central_lobby_sanitize',
			'default'           => '',
		)
	);
	add_settings_section( 'central_lobby', '', '__return_null', 'central-lobby' );
	add_settings_field(
		CENTRAL_LOBBY_PLATFORM,
		__( 'Address of the platform', 'central-lobby' ),
		'central_lobby_field',
		'central-lobby',
		'central_lobby',
		array( 'label_for' => CENTRAL_LOBBY_PLATFORM )
	);
	if ( function_exists( 'wp_add_privacy_policy_content' ) ) {
		wp_add_privacy_policy_content(
			'Central Lobby',
			'<p>' . esc_html__( 'On pages with a campaign, visitors can write to their MP. What they enter there goes to the platform that carries the letter and to their MP; the campaign’s own privacy notice stands beside the form. This site stores none of it, and no cookies are set.', 'central-lobby' ) . '</p>'
		);
	}
}

function central_lobby_field() {
	printf(
		'<input type="url" class="regular-text code" id="%1$s" name="%1$s" value="%2$s" placeholder="https://act.example.org" aria-describedby="%1$s-hint"><p class="description" id="%1$s-hint">%3$s</p>',
		esc_attr( CENTRAL_LOBBY_PLATFORM ),
		esc_attr( get_option( CENTRAL_LOBBY_PLATFORM, '' ) ),
		esc_html__( 'Where your campaigns are. This site’s own address has to be among your organisation’s allowed origins there.', 'central-lobby' )
	);
}

function central_lobby_admin_menu() {
	add_options_page( 'Central Lobby', 'Central Lobby', 'manage_options', 'central-lobby', 'central_lobby_settings_page' );
}

function central_lobby_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>Central Lobby</h1><form action="options.php" method="post">';
	settings_fields( 'central_lobby' );
	do_settings_sections( 'central-lobby' );
	submit_button();
	printf(
		'</form><h2>%s</h2><p>%s</p><p><code>[central_lobby campaign="clean-rivers"]</code></p></div>',
		esc_html__( 'How to show a campaign', 'central-lobby' ),
		esc_html__( 'Add the block “Letter to your MP”, or this shortcode with your campaign’s name. Both also take lang (en, cy), mode (widget, iframe, link) and theme (light, dark, auto).', 'central-lobby' )
	);
}

function central_lobby_action_links( $links ) {
	$settings = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=central-lobby' ) ), esc_html__( 'Settings', 'central-lobby' ) );
	return array_merge( array( $settings ), $links );
}

/** What the block says in the editor. */
function central_lobby_editor_words() {
	$words = array(
		'title'        => __( 'Letter to your MP', 'central-lobby' ),
		'campaign'     => __( 'Campaign', 'central-lobby' ),
		'campaignHelp' => __( 'Its name as its address has it, for instance clean-rivers.', 'central-lobby' ),
		'lang'         => __( 'Language', 'central-lobby' ),
		'langPage'     => __( 'The page’s', 'central-lobby' ),
		'mode'         => __( 'Show as', 'central-lobby' ),
		'modeWidget'   => __( 'Part of the page', 'central-lobby' ),
		'modeFrame'    => __( 'Frame', 'central-lobby' ),
		'modeLink'     => __( 'Link', 'central-lobby' ),
		'theme'        => __( 'Colours', 'central-lobby' ),
		'themeLight'   => __( 'Light', 'central-lobby' ),
		'themeDark'    => __( 'Dark', 'central-lobby' ),
		'themeAuto'    => __( 'The reader’s own setting', 'central-lobby' ),
		'text'         => __( 'What the link says', 'central-lobby' ),
		'textHelp'     => __( 'Shown until the campaign has loaded, and where it cannot.', 'central-lobby' ),
		'placeholder'  => __( 'Write to your MP', 'central-lobby' ),
	);
	wp_localize_script( 'central-lobby-block', 'centralLobbyWords', $words );
}
