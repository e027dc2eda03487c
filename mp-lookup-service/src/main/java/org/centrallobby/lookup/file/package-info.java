/** Files as their publishers make them: CSV plain, compressed with gzip, in a ZIP or in a folder, small or very large. */
@NullMarked
package org.centrallobby.lookup.file;

import org.jspecify.annotations.NullMarked;
