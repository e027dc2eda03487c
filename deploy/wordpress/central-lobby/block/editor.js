/*
 * The block in the editor. Nothing of the campaign runs there: a card says what visitors will see. The words come from PHP,
 * where they are translated.
 */
( function ( blocks, blockEditor, components, element, words ) {
	'use strict';

	var el = element.createElement;

	function options( pairs ) {
		return pairs.map( function ( pair ) {
			return { value: pair[ 0 ], label: pair[ 1 ] };
		} );
	}

	function edit( props ) {
		var attributes = props.attributes;

		function field( control, name, settings ) {
			settings.key = name;
			settings.value = attributes[ name ];
			settings.onChange = function ( value ) {
				var change = {};
				change[ name ] = value;
				props.setAttributes( change );
			};
			return el( control, settings );
		}

		return el(
			element.Fragment,
			null,
			el(
				blockEditor.InspectorControls,
				null,
				el(
					components.PanelBody,
					{ title: words.title },
					field( components.SelectControl, 'mode', {
						label: words.mode,
						options: options( [ [ 'widget', words.modeWidget ], [ 'iframe', words.modeFrame ], [ 'link', words.modeLink ] ] ),
					} ),
					field( components.SelectControl, 'lang', {
						label: words.lang,
						options: options( [ [ '', words.langPage ], [ 'en', 'English' ], [ 'cy', 'Cymraeg' ] ] ),
					} ),
					field( components.SelectControl, 'theme', {
						label: words.theme,
						options: options( [ [ '', words.themeLight ], [ 'dark', words.themeDark ], [ 'auto', words.themeAuto ] ] ),
					} ),
					field( components.TextControl, 'text', { label: words.text, help: words.textHelp, placeholder: words.placeholder } )
				)
			),
			el(
				'div',
				blockEditor.useBlockProps(),
				el(
					components.Placeholder,
					{ icon: 'email-alt', label: words.title },
					field( components.TextControl, 'campaign', { label: words.campaign, help: words.campaignHelp, placeholder: 'clean-rivers' } )
				)
			)
		);
	}

	// The server renders it, so nothing but the attributes is stored in the post.
	blocks.registerBlockType( 'central-lobby/letter', {
		title: words.title,
		edit: edit,
		save: function () {
			return null;
		},
	} );
} )( window.wp.blocks, window.wp.blockEditor, window.wp.components, window.wp.element, window.centralLobbyWords );
