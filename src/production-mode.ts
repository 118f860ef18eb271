/*
 * Must be imported before everything else: graphql decides when it is loaded whether it checks the realm of every type
 * at every value of every answer, which is of use only while a schema is put together.
 */
process.env["NODE_ENV"] ??= "production";
