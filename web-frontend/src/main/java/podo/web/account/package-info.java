/** The account page: name, language, password, address, devices, export, deletion; and the pages that links of mails open. */
@NullMarked
package podo.web.account;

import org.jspecify.annotations.NullMarked;
