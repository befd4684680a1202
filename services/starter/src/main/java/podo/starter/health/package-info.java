/** What a service reports of its own load to the admission throttle: response times, failure shares, connection pool use. */
@NullMarked
package podo.starter.health;

import org.jspecify.annotations.NullMarked;
