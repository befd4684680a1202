/** What the stack consists of: its services, servers, ports, folders, secrets and the environment of each process. */
@NullMarked
package podo.stack.supervisor.settings;

import org.jspecify.annotations.NullMarked;
