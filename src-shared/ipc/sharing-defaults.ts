/** The port number that is offered first when a board's port is shared. */
export const usualSharePort = 4000;
