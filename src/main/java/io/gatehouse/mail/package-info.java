/** E-mails to owners, by SMTP or into the sandbox. Writes no table. */
@NullMarked
package io.gatehouse.mail;

import org.jspecify.annotations.NullMarked;
