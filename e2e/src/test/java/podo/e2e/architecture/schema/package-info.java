/** What a migration takes away from processes of the release before it. */
@NullMarked
package podo.e2e.architecture.schema;

import org.jspecify.annotations.NullMarked;
