/** What the resources of all features have in common. */
@NullMarked
package org.centrallobby.mail.web;

import org.jspecify.annotations.NullMarked;
