module.exports = {
	extends: [ 'stylelint-config-wikimedia' ],
	rules: {
		// esbuild reads `[ dir='rtl' ]` as a mistake.
		'@stylistic/selector-attribute-brackets-space-inside': 'never',
		// Selectors here carry the component's own class to outweigh the styles that skins give
		// to bare elements, so their order says nothing about what they override.
		'no-descending-specificity': null
	}
};
