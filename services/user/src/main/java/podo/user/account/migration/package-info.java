/** Migrations of accounts that SQL alone can't do. */
@NullMarked
package podo.user.account.migration;

import org.jspecify.annotations.NullMarked;
