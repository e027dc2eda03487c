/** Statements past Hibernate. */
@NullMarked
package org.centrallobby.mail.sql;

import org.jspecify.annotations.NullMarked;
