// Written by `npm run generate` from the OpenAPI document of src/api: change the schemas there.

export interface paths {
  '/.well-known/evidence-keys.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Every key that dossiers and receipts were ever signed with, for ever; a revoked one with its date. */
    get: operations['getWellKnownEvidenceKeysJson']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/.well-known/jwks.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The public keys, next, active and retired, as a JWK set. */
    get: operations['getWellKnownJwksJson']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/.well-known/keys.jwt': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The same keys, signed by an active one, so that who trusts it can trust them all. */
    get: operations['getWellKnownKeysJwt']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/.well-known/license-server': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What this server is: its name, where its keys and status lists are, the algorithms that it signs with. */
    get: operations['getWellKnownLicenseServer']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/docs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The same as a page for people. */
    get: operations['getDocs']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/healthz': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether the process lives. */
    get: operations['getHealthz']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Figures for Prometheus, which has an API token of its own; a Worker keeps none. */
    get: operations['getMetrics']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/openapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The whole API as an OpenAPI 3.1 document. */
    get: operations['getOpenapiJson']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/problems': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Every problem that an answer can name, and what to do. */
    get: operations['getProblems']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/readyz': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether requests can be served: the database answers. */
    get: operations['getReadyz']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/status-lists/{list}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Late news of tokens: a Token Status List, signed, for caches to spread. */
    get: operations['getStatusListsList']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/access-events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists who changed people, API tokens, keys, webhooks and settings, and who signed in, newest first (order=when: oldest first); by kind, by days (UTC), and by who: the id of who did it, or of whom or what it is about. */
    get: operations['getAccessEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/activations/{activation}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Frees a machine’s seat; by the license key, as “Authorization: License …”. */
    delete: operations['deleteActivationsActivation']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/api-tokens': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the API tokens, without the tokens themselves. */
    get: operations['getApiTokens']
    put?: never
    /** Makes an API token for a role. The token is shown once. */
    post: operations['postApiTokens']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/api-tokens/{token}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads about an API token, without the token itself. */
    get: operations['getApiTokensToken']
    put?: never
    post?: never
    /** Revokes an API token. */
    delete: operations['deleteApiTokensToken']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the customers: all, those who have a license of a product, those with whom the relation is ended or goes on. */
    get: operations['getCustomers']
    put?: never
    /** Adds a customer with its contacts and what each may declare. */
    post: operations['postCustomers']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers/{customer}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a customer. */
    get: operations['getCustomersCustomer']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Edits a customer: what is left out stays, a null reference goes, and contacts are those that are named. */
    patch: operations['patchCustomersCustomer']
    trace?: never
  }
  '/v1/customers/{customer}/ended-relation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Ends the relation with a customer: without an admin’s override nobody issues, adds a term by hand or reinstates for them. What runs, runs on. */
    put: operations['putCustomersCustomerEndedRelation']
    post?: never
    /** Takes the end of a relation back. */
    delete: operations['deleteCustomersCustomerEndedRelation']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers/{customer}/erasure': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Erases a customer’s personal data (GDPR, article 17), once no contract with them runs. Dates and hashes stay, and the histories check. */
    post: operations['postCustomersCustomerErasure']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers/{customer}/export': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Streams all that is kept about a customer as a package (GDPR, articles 15 and 20). */
    get: operations['getCustomersCustomerExport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers/{customer}/merge': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Merges a customer into another that is the same one: licenses, contacts and references go there, and the old id answers where. */
    post: operations['postCustomersCustomerMerge']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers/by-ref/{system}/{reference}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads the customer that another system calls so. */
    get: operations['getCustomersByRefSystemReference']
    /** Adds the customer that another system calls so, or edits it as PATCH does. A new one needs a name. Said twice, it is done once. */
    put: operations['putCustomersByRefSystemReference']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/documents': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Takes a document that belongs to no license, such as terms that agreements refer to; its name is that of Content-Disposition. */
    post: operations['postDocuments']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/documents/{document}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Gives a document as it was handed in. */
    get: operations['getDocumentsDocument']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The one feed of all events, in order, for other systems; after takes the id of the last event that was read, too. */
    get: operations['getEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/evidence-keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the keys that dossiers, receipts and checkpoints are or were signed with. */
    get: operations['getEvidenceKeys']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/evidence-keys/{kid}/revocation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Revokes an evidence key that has leaked. It stays published, with the date. */
    post: operations['postEvidenceKeysKidRevocation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/evidence-keys/rotation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets a new key sign evidence from now on. The private half of the one before is destroyed. */
    post: operations['postEvidenceKeysRotation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/export': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Streams all records of the server as a package, a ZIP in the named formats. */
    get: operations['getExport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/export-formats': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The register of what each product exports of a customer’s data, its formats and tables, in every mode, as the Data Act asks for one. */
    get: operations['getExportFormats']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/history': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists what has happened to all licenses, newest first, by kind, license, customer, actor and days (UTC). Where a kind or an actor is asked for, a page may hold fewer than the limit: next says whether more follow. */
    get: operations['getHistory']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Brings all records of a server back into an empty one; “Auszug-Old-Secret” is the secret that they were sealed under, where it was another. */
    post: operations['postImport']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/inquiries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the inquiries of all licenses, the newest entry first. */
    get: operations['getInquiries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/leases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Takes one of the seats for as long as it is used, where the plan counts them so. */
    post: operations['postLeases']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/leases/{lease}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Gives a lease back; by the license key, as “Authorization: License …”. */
    delete: operations['deleteLeasesLease']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/leases/{lease}/heartbeat': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Says that a lease is in use; by the license key, as “Authorization: License …”. */
    put: operations['putLeasesLeaseHeartbeat']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/letters': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the letters that were written, the newest first. */
    get: operations['getLetters']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/letters/{letter}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a letter as it was written, in plain text and in HTML. */
    get: operations['getLettersLetter']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/letters/{letter}/handover': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Marks a letter as sent by hand. One that waits to be mailed is not mailed any more; marked again, it stays as it was. */
    put: operations['putLettersLetterHandover']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/letters/{letter}/mailing': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Mails a letter once more, in its words, to whom it is to now. One that is on its way already stays on it. */
    post: operations['postLettersLetterMailing']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists licenses, as they stand now. Where mode, plan, ends_by or renews_by is asked for, a page may hold fewer than the limit: next says whether more follow. */
    get: operations['getLicenses']
    put?: never
    /** Issues a license under a plan, with its key. */
    post: operations['postLicenses']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a license as it stands now. */
    get: operations['getLicensesLicense']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Edits a license’s metadata and external references, by name; null takes one away. */
    patch: operations['patchLicensesLicense']
    trace?: never
  }
  '/v1/licenses/{license}/activations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the machines that use a license. */
    get: operations['getLicensesLicenseActivations']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/activations/{activation}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Frees a machine’s seat for the customer. */
    delete: operations['deleteLicensesLicenseActivationsActivation']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/amendments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Changes what was agreed, from now on or from the next term; with preview=true tells the license as it would be without recording it. */
    post: operations['postLicensesLicenseAmendments']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/checkpoint': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How far a license’s history has come, signed: whoever holds it can tell later whether anything up to there was changed. */
    get: operations['getLicensesLicenseCheckpoint']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/decision': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What a license allows, now or at any instant, past or future. */
    get: operations['getLicensesLicenseDecision']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/documents': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists a license’s documents. */
    get: operations['getLicensesLicenseDocuments']
    put?: never
    /** Attaches a document to a license, or to its objection, warning, agreement or inquiry; its name is that of Content-Disposition. */
    post: operations['postLicensesLicenseDocuments']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/dossier': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The dossier of a license as one signed file (JWS), as JSON, or with documents=1 as a ZIP with the documents’ bytes. */
    get: operations['getLicensesLicenseDossier']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists a license’s history, oldest first. */
    get: operations['getLicensesLicenseEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/file': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Makes the license file of a machine without a network, from the request file that the machine has written. */
    post: operations['postLicensesLicenseFile']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/inquiries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists a license’s inquiries, the newest entry first. */
    get: operations['getLicensesLicenseInquiries']
    put?: never
    /** Logs one time that the customer asked support, also after the end. */
    post: operations['postLicensesLicenseInquiries']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/inquiries/{inquiry}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads an inquiry. */
    get: operations['getLicensesLicenseInquiriesInquiry']
    /** Corrects an inquiry: within the hour who logged it, later an admin with a reason. */
    put: operations['putLicensesLicenseInquiriesInquiry']
    post?: never
    /** Strikes an inquiry that was logged by mistake: it counts nowhere from then on. */
    delete: operations['deleteLicensesLicenseInquiriesInquiry']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Shows a license’s keys again; each look is an event. */
    get: operations['getLicensesLicenseKeys']
    put?: never
    /** Gives a license another key beside those that it has: a new one, or one that is brought along. */
    post: operations['postLicensesLicenseKeys']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/keys/{key}/replacement': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Gives a license a key in the place of another, which ends at once or at keep_old_until; one that has leaked voids what was given out. */
    post: operations['postLicensesLicenseKeysKeyReplacement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/leases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the leases of a license that are in use. */
    get: operations['getLicensesLicenseLeases']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/letters': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the letters about a license, the newest first. */
    get: operations['getLicensesLicenseLetters']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/objections': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Records one side’s objection to the renewal; with preview=true tells its effect without recording it. */
    post: operations['postLicensesLicenseObjections']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/objections/{side}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads the side’s last objection. */
    get: operations['getLicensesLicenseObjectionsSide']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/objections/{side}/receipt': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Records the receipt of a letter on its way: from it on it has its effect. */
    put: operations['putLicensesLicenseObjectionsSideReceipt']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/objections/{side}/withdrawal': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Takes an objection back, by the other side’s consent or as the correction of an error. */
    post: operations['postLicensesLicenseObjectionsSideWithdrawal']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/proposals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists what one side has proposed to the other, and what became of it. */
    get: operations['getLicensesLicenseProposals']
    put?: never
    /** Proposes an amendment, or that an objection is taken back, to the customer: it changes nothing until a contact who may sign accepts it in the portal, and lapses at the next deadline. */
    post: operations['postLicensesLicenseProposals']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/proposals/{proposal}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Takes the vendor’s own proposal back, or declines the customer’s. */
    delete: operations['deleteLicensesLicenseProposalsProposal']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/proposals/{proposal}/acceptance': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Accepts what the customer has proposed: that their objection is taken back. */
    post: operations['postLicensesLicenseProposalsProposalAcceptance']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/reinstatement': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets a customer come back after the end, with a new term on the same license. */
    post: operations['postLicensesLicenseReinstatement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/support': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether support answers, for how long, and how far it was used beyond its scope. */
    get: operations['getLicensesLicenseSupport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/suspension': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Suspends a license, now or from an announced instant: export-only while it lasts. */
    put: operations['putLicensesLicenseSuspension']
    post?: never
    /** Ends a suspension, or calls an announced one off. */
    delete: operations['deleteLicensesLicenseSuspension']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/termination': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ends a license at an instant, now or later. */
    post: operations['postLicensesLicenseTermination']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/termination/withdrawal': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Takes a termination back before it takes effect: the side that set it, with the other side’s consent. */
    post: operations['postLicensesLicenseTerminationWithdrawal']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/terms': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists a license’s recorded terms. */
    get: operations['getLicensesLicenseTerms']
    put?: never
    /** Adds the next term by hand, where nothing renews by itself. */
    post: operations['postLicensesLicenseTerms']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/transfer': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Hands a license over to another customer, with what giver and receiver agreed to on record. Keys and machines stay. */
    post: operations['postLicensesLicenseTransfer']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/warning-letter': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The words of a warning to begin with, filled in from the ledger, in German or English. */
    get: operations['getLicensesLicenseWarningLetter']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/warnings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists a license’s warnings, the newest entry first. */
    get: operations['getLicensesLicenseWarnings']
    put?: never
    /** Records a formal request to stop using support out of scope, in the words that were sent or said; left out, in those of the template. With delivery “mail” the letter goes out by mail; else somebody sends it by hand. */
    post: operations['postLicensesLicenseWarnings']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/{license}/warnings/{warning}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a warning in the words that were sent or said. */
    get: operations['getLicensesLicenseWarningsWarning']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/bulk': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Issues up to 1,000 licenses, from JSON or a license a line (JSON Lines). Each has its own result: it is issued whole, or refused on its own. */
    post: operations['postLicensesBulk']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/licenses/by-ref/{system}/{reference}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads the license that another system calls so, as it stands now. */
    get: operations['getLicensesByRefSystemReference']
    /** Issues the license that another system calls so, with its key; where it is issued already, edits its metadata and references as PATCH does, and nothing that was agreed. Said twice, it is done once. */
    put: operations['putLicensesByRefSystemReference']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/lookup': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Who calls: finds customers by a phone number in any notation, an e-mail address, a license key, or words, with all that has to be known at once. */
    post: operations['postLookup']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/move-in/csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets customers and licenses move in from a CSV file, quietly; with dry_run it tells what would be made. */
    post: operations['postMoveInCsv']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/move-in/keygen': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets products, plans, customers and licenses move in from documents of Keygen’s API, quietly; with dry_run it tells what would be made. */
    post: operations['postMoveInKeygen']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/people': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists who may sign in, or could, without anything that they sign in by. */
    get: operations['getPeople']
    put?: never
    /** Invites somebody to sign in. The one-time link is shown once. */
    post: operations['postPeople']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/people/{person}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a person. */
    get: operations['getPeoplePerson']
    put?: never
    post?: never
    /** Lets a person sign in no more, and signs them out everywhere. */
    delete: operations['deletePeoplePerson']
    options?: never
    head?: never
    /** Gives a person another role, from the next request on. */
    patch: operations['patchPeoplePerson']
    trace?: never
  }
  '/v1/people/{person}/identities': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Unlinks a person’s accounts at identity providers, and signs them out everywhere. */
    delete: operations['deletePeoplePersonIdentities']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/people/{person}/invitation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Makes a new one-time link, by which a person chooses a new password. */
    post: operations['postPeoplePersonInvitation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/people/{person}/password': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Takes a person’s password away: they sign in by the identity provider alone, until a new link lets them choose one. */
    delete: operations['deletePeoplePersonPassword']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/people/{person}/sessions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Signs a person out everywhere. */
    delete: operations['deletePeoplePersonSessions']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/plans': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the plans. */
    get: operations['getPlans']
    put?: never
    /** Adds a plan: what licenses under it give, how long their terms are, and how they renew. */
    post: operations['postPlans']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/plans/{plan}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a plan by its id or code. */
    get: operations['getPlansPlan']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Edits a plan for licenses to come. What was agreed stays as it is. */
    patch: operations['patchPlansPlan']
    trace?: never
  }
  '/v1/products': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the products. */
    get: operations['getProducts']
    put?: never
    /** Adds a product: its capabilities and the standard formats that it exports. */
    post: operations['postProducts']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/products/{product}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a product by its id or code. */
    get: operations['getProductsProduct']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Edits a product: its name and the tables of its export; capabilities and export formats can be added. */
    patch: operations['patchProductsProduct']
    trace?: never
  }
  '/v1/retention': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How long texts, names and records are kept before they are erased by themselves, and what was erased lately. */
    get: operations['getRetention']
    /** Says how long a class is kept: an ISO 8601 length, or null for ever. Classes left out stay. It takes effect with the next day’s run. */
    put: operations['putRetention']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/sandbox/clock': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tells where a sandbox’s clock stands; elsewhere it is not there. */
    get: operations['getSandboxClock']
    /** Moves a sandbox’s clock ahead; the scheduled job runs on the way as it would have. */
    put: operations['putSandboxClock']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/settings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads who sells the licenses, and which letters are switched off. */
    get: operations['getSettings']
    /** Replaces the settings as a whole: who sells the licenses, and which letters are switched off. The logo stays as it is. */
    put: operations['putSettings']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/settlements': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists past settlements, newest first; of some days (UTC), or those that set something aside. */
    get: operations['getSettlements']
    put?: never
    /** Records what the clock has made true, or with dry_run lists what would be, by an instant if one is given. */
    post: operations['postSettlements']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/signing-keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the keys that sign, have signed, or are published to sign next. */
    get: operations['getSigningKeys']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/signing-keys/{kid}/revocation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Revokes a key that has leaked: clients drop it, and the tokens that it signed, at their next refresh. */
    post: operations['postSigningKeysKidRevocation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/signing-keys/rotation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets the next key of an algorithm sign from now on, and publishes a new next one. */
    post: operations['postSigningKeysRotation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/stats': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What the licenses are worth now, and what renews and ends soon, by product. Beyond 5,000 licenses, how many are full and how many export-only is reckoned from a sample, and “exact” says so. */
    get: operations['getStats']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/sunset': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** For a vendor who closes: streams every license’s last file as JSON Lines, good on any machine to the end of its term. */
    get: operations['getSunset']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/tokens': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** The one call of a product at start-up: finds or makes the machine’s activation and answers with a signed token. */
    post: operations['postTokens']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/trials': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets a machine try a product once, under a plan that allows it: a license with its key, for a customer who is made for it. */
    post: operations['postTrials']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists the webhooks, without their secrets. */
    get: operations['getWebhooks']
    put?: never
    /** Adds a webhook: from now on it is told what happens. Its secret is shown once. */
    post: operations['postWebhooks']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhook}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a webhook, without its secret. */
    get: operations['getWebhooksWebhook']
    put?: never
    post?: never
    /** Takes a webhook away, with what waits for it and the list of what it was told. */
    delete: operations['deleteWebhooksWebhook']
    options?: never
    head?: never
    /** Edits a webhook. Disabled, it is told nothing of what happens meanwhile, and what waits for it waits on. */
    patch: operations['patchWebhooksWebhook']
    trace?: never
  }
  '/v1/webhooks/{webhook}/deliveries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists what a webhook was told in the last ninety days and what waits, the newest first. */
    get: operations['getWebhooksWebhookDeliveries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhook}/deliveries/{delivery}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Reads a delivery: what was sent, and every attempt with the beginning of its answer. */
    get: operations['getWebhooksWebhookDeliveriesDelivery']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhook}/deliveries/{delivery}/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sends a message again, delivered or not, under the same id. */
    post: operations['postWebhooksWebhookDeliveriesDeliveryResend']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhook}/dismissals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets all messages that were given up stay undelivered: nobody is asked to look at them any more. */
    post: operations['postWebhooksWebhookDismissals']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhook}/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sends all messages again that were given up. */
    post: operations['postWebhooksWebhookResend']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhook}/secret': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Gives a webhook a new secret, shown once. For a day, or as long as is said, the old one signs as well. */
    post: operations['postWebhooksWebhookSecret']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhook}/test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sends a webhook a message that tells of nothing, to see whether it arrives. */
    post: operations['postWebhooksWebhookTest']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export interface webhooks {
  'activation.created': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of activation.created. */
    post: operations['tellActivationCreated']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'activation.freed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of activation.freed. */
    post: operations['tellActivationFreed']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'agreement.attached': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of agreement.attached. */
    post: operations['tellAgreementAttached']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'customer.erased': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of customer.erased. */
    post: operations['tellCustomerErased']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'customer.merged': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of customer.merged. */
    post: operations['tellCustomerMerged']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'document.attached': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of document.attached. */
    post: operations['tellDocumentAttached']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'file.issued': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of file.issued. */
    post: operations['tellFileIssued']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'inquiry.corrected': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of inquiry.corrected. */
    post: operations['tellInquiryCorrected']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'inquiry.logged': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of inquiry.logged. */
    post: operations['tellInquiryLogged']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'inquiry.struck': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of inquiry.struck. */
    post: operations['tellInquiryStruck']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'key.issued': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of key.issued. */
    post: operations['tellKeyIssued']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'key.replaced': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of key.replaced. */
    post: operations['tellKeyReplaced']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'key.seen': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of key.seen. */
    post: operations['tellKeySeen']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.amended': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.amended. */
    post: operations['tellLicenseAmended']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.downgraded': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.downgraded. */
    post: operations['tellLicenseDowngraded']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.edited': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.edited. */
    post: operations['tellLicenseEdited']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.issued': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.issued. */
    post: operations['tellLicenseIssued']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.objected': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.objected. */
    post: operations['tellLicenseObjected']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.reinstated': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.reinstated. */
    post: operations['tellLicenseReinstated']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.renewed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.renewed. */
    post: operations['tellLicenseRenewed']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.resumed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.resumed. */
    post: operations['tellLicenseResumed']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.started': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.started. */
    post: operations['tellLicenseStarted']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.suspended': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.suspended. */
    post: operations['tellLicenseSuspended']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.terminated': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.terminated. */
    post: operations['tellLicenseTerminated']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'license.transferred': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of license.transferred. */
    post: operations['tellLicenseTransferred']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'objection.moved': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of objection.moved. */
    post: operations['tellObjectionMoved']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'objection.received': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of objection.received. */
    post: operations['tellObjectionReceived']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'objection.withdrawn': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of objection.withdrawn. */
    post: operations['tellObjectionWithdrawn']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'preset.overridden': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of preset.overridden. */
    post: operations['tellPresetOverridden']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'proposal.accepted': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of proposal.accepted. */
    post: operations['tellProposalAccepted']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'proposal.declined': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of proposal.declined. */
    post: operations['tellProposalDeclined']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'proposal.lapsed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of proposal.lapsed. */
    post: operations['tellProposalLapsed']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'proposal.made': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of proposal.made. */
    post: operations['tellProposalMade']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'proposal.taken_back': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of proposal.taken_back. */
    post: operations['tellProposalTakenBack']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'relation.ended': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of relation.ended. */
    post: operations['tellRelationEnded']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'relation.overridden': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of relation.overridden. */
    post: operations['tellRelationOverridden']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'relation.resumed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of relation.resumed. */
    post: operations['tellRelationResumed']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'renewal.certain': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of renewal.certain. */
    post: operations['tellRenewalCertain']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'renewal.reminder': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of renewal.reminder. */
    post: operations['tellRenewalReminder']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'suspension.announced': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of suspension.announced. */
    post: operations['tellSuspensionAnnounced']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'suspension.called_off': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of suspension.called_off. */
    post: operations['tellSuspensionCalledOff']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'term.added': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of term.added. */
    post: operations['tellTermAdded']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'termination.withdrawn': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of termination.withdrawn. */
    post: operations['tellTerminationWithdrawn']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'warning.given': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tells of warning.given. */
    post: operations['tellWarningGiven']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  'webhook.test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Somebody tries the webhook. */
    post: operations['tellWebhookTest']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export interface components {
  schemas: {
    /** @description Something that was done to who has access, to keys, webhooks or settings, or a sign-in. */
    AccessEvent: {
      about: string | null
      actor: string
      /** Format: date-time */
      at: string
      data: {
        [key: string]: unknown
      }
      id: string
      type: string
    }
    Activation: {
      /** Format: date-time */
      created_at: string
      id: string
      /** Format: date-time */
      last_seen_at: string
      machine: string | null
    }
    ActivationCreatedMessage: {
      data: {
        event: {
          actor: string
          data: {
            activation: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'activation.created'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'activation.created'
    }
    ActivationFreedMessage: {
      data: {
        event: {
          actor: string
          data: {
            activation: string
            /** @enum {string} */
            why: 'released' | 'lapsed' | 'replaced' | 'past_seats'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'activation.freed'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'activation.freed'
    }
    AgreementAttachedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date-time */
            accepted_at: string
            agreement: string
            sha256: string | null
            title: string
            version: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'agreement.attached'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'agreement.attached'
    }
    ApiToken: {
      /** Format: date-time */
      created_at: string
      expires_at: string | null
      id: string
      last_used_at: string | null
      name: string
      revoked_at: string | null
      /** @enum {string} */
      role: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
    }
    /** @description What became of each, in the order of the request. */
    BulkIssued: {
      data: {
        external_refs: {
          [key: string]: string
        }
        key: string | null
        license: string | null
        n: number
        problem:
          | ({
              detail: string
              status: number
              title: string
              type: string
            } & {
              [key: string]: unknown
            })
          | null
        status: number
      }[]
      issued: number
      refused: number
    }
    /** @description How far a license’s history has come, and the same signed. */
    Checkpoint: {
      /** Format: date-time */
      at: string
      checkpoint: string
      events: number
      head: string
      issuer: string
      license: string
    }
    Customer: {
      contacts: {
        emails: string[]
        id: string
        may: ('object' | 'sign' | 'support')[]
        name: string
        phones: string[]
      }[]
      /** Format: date-time */
      created_at: string
      ended_relation: {
        reason: string
        /** Format: date-time */
        since: string
      } | null
      external_refs: {
        [key: string]: string
      }
      id: string
      language: string
      name: string
    }
    CustomerErasedMessage: {
      data: {
        event: {
          actor: string
          data: {
            customer: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'customer.erased'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'customer.erased'
    }
    CustomerMergedMessage: {
      data: {
        event: {
          actor: string
          data: {
            from: string
            into: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'customer.merged'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'customer.merged'
    }
    /** @description What a license allows at an instant, and until when this holds. */
    Decision: {
      /** Format: date-time */
      at: string
      capabilities: string[]
      conditions: string[]
      export_formats: string[]
      limits: {
        [key: string]: number
      }
      /** @enum {string} */
      mode: 'full' | 'export-only'
      reason: string
      renewal: {
        automatic: boolean
        ends: boolean
      }
      support: {
        entitled: boolean
        until: string | null
      } | null
      term: {
        ends_at: string | null
        ends_on: string | null
        /** Format: date-time */
        starts_at: string
        /** Format: date */
        starts_on: string
      } | null
      valid_until: string | null
    }
    Delivery: {
      attempts: number
      delivered_at: string | null
      dismissed_at: string | null
      due_at: string | null
      error: string | null
      given_up_at: string | null
      /** @description The message’s `webhook-id`. */
      id: string
      license: string | null
      /** Format: date-time */
      recorded_at: string
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'failed'
      status: number | null
      type: string
      webhook: string
    }
    /** @description A file that is on record, with the hash of its bytes. */
    Document: {
      id: string
      license: string | null
      media_type: string
      name: string | null
      of: string | null
      /** Format: date-time */
      recorded_at: string
      recorded_by: string
      sha256: string
      size: number
    }
    DocumentAttachedMessage: {
      data: {
        event: {
          actor: string
          data: {
            document: string
            media_type: string
            of: string | null
            sha256: string
            size: number
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'document.attached'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'document.attached'
    }
    Event: {
      actor: string
      data: {
        [key: string]: unknown
      }
      hash: string
      id: string
      license: string
      /** Format: date-time */
      occurred_at: string
      personal: {
        [key: string]: {
          salt: string
          value: string
        } | null
      }
      previous_hash: string | null
      quiet: boolean
      /** Format: date-time */
      recorded_at: string
      type: string
    }
    /** @description What dossiers, receipts and checkpoints are signed with. */
    EvidenceKey: {
      /** Format: date-time */
      created_at: string
      kid: string
      public_key: {
        [key: string]: string
      }
      retired_at: string | null
      revoked_at: string | null
      revoked_why: string | null
      /** @enum {string} */
      state: 'active' | 'retired' | 'revoked'
    }
    /** @description Every key that evidence was ever signed with, as a JWK set. */
    EvidenceKeys: {
      issuer: string
      keys: {
        alg: string
        crv: string
        exp?: number
        iat: number
        kid: string
        kty: string
        revoked?: {
          reason: string
          revoked_at: number
        }
        /** @constant */
        use: 'sig'
        x: string
      }[]
    }
    /** @description What a product exports a customer’s data as. */
    ExportFormats: {
      export_formats: {
        extension: string
        media_type: string
        name: string
      }[]
      export_tables: {
        name: string
        /** @description A Table Schema (Data Package v2). */
        schema: {
          [key: string]: unknown
        }
        title?: string
      }[]
      name: string
      product: string
    }
    /** @description How many inquiries beyond the scope count now, beside the number that flags. */
    FairUse: {
      flagged: boolean
      /** Format: date-time */
      from: string
      inquiries: number
      used: number
      window: string
    }
    FileIssuedMessage: {
      data: {
        event: {
          actor: string
          data: {
            activation: string
            /** Format: date-time */
            good_until: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'file.issued'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'file.issued'
    }
    /** @description One time that a customer asked support. */
    Inquiry: {
      agent: string
      /** Format: date-time */
      at: string
      channel: string
      contact: string | null
      corrected_at: string | null
      entitled: boolean
      event: string
      id: string
      license: string
      minutes: number | null
      /** Format: date-time */
      recorded_at: string
      repeats: string | null
      struck_at: string | null
      subject: string | null
      /** @enum {string} */
      topic: 'in_scope' | 'out_of_scope' | 'repeat'
    }
    InquiryCorrectedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date-time */
            asked_at: string
            /** @enum {string} */
            channel: 'console' | 'portal' | 'api' | 'phone' | 'in_person' | 'letter' | 'email'
            entitled: boolean
            inquiry: string
            minutes: number | null
            repeats: string | null
            /** @enum {string} */
            topic: 'in_scope' | 'out_of_scope' | 'repeat'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'inquiry.corrected'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'inquiry.corrected'
    }
    InquiryLoggedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            channel: 'console' | 'portal' | 'api' | 'phone' | 'in_person' | 'letter' | 'email'
            entitled: boolean
            inquiry: string
            minutes: number | null
            repeats: string | null
            /** @enum {string} */
            topic: 'in_scope' | 'out_of_scope' | 'repeat'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'inquiry.logged'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'inquiry.logged'
    }
    InquiryStruckMessage: {
      data: {
        event: {
          actor: string
          data: {
            inquiry: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'inquiry.struck'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'inquiry.struck'
    }
    IssuedLicense: {
      agreements: {
        /** Format: date-time */
        accepted_at: string
        accepted_by: string
        document: string | null
        id: string
        language: string | null
        sha256: string | null
        title: string
        url: string | null
        version: string
      }[]
      coming: {
        capabilities: string[]
        /** Format: date */
        from: string
        lease: string | null
        limits: {
          [key: string]: number
        }
        notice: string
        plan: string
        preset: string
        /** @enum {string} */
        renewal: 'automatic' | 'none'
        renewal_leeway: string
        renewal_notice: string
        renewal_term: string | null
        replace_oldest: boolean
        seat_changes: {
          count: number
          window: string
        }
        seat_lapse: string | null
        seats: number | null
        support: {
          channels: string[]
          fair_use: {
            inquiries: number
            window: string
          } | null
          level: string
          scope: string
        } | null
        term: string | null
        token_lifetime: string
      }[]
      /** Format: date-time */
      created_at: string
      customer: string
      decision: components['schemas']['Decision']
      external_refs: {
        [key: string]: string
      }
      id: string
      key: string
      lease: string | null
      limits: {
        [key: string]: number
      }
      metadata: {
        [key: string]: unknown
      }
      objection: {
        /** Format: date-time */
        deadline: string
        /** Format: date */
        last_day: string
      } | null
      objections: components['schemas']['Objection'][]
      plan: string
      product: string
      replace_oldest: boolean
      rules: {
        notice: string
        preset: string
        /** @enum {string} */
        renewal: 'automatic' | 'none'
        renewal_leeway: string
        renewal_notice: string
        renewal_term: string | null
        term: string | null
        token_lifetime: string
      }
      seat_changes: {
        count: number
        window: string
      }
      seat_lapse: string | null
      seats: number | null
      seats_used: number
      start_by: string | null
      support: {
        channels: string[]
        entitled: boolean
        fair_use: {
          inquiries: number
          window: string
        } | null
        level: string
        reason: string | null
        scope: string
        since: string | null
        until: string | null
      } | null
      suspension: {
        /** Format: date-time */
        from: string
        reason: string
      } | null
      term: {
        ends_at: string | null
        ends_on: string | null
        /** Format: date-time */
        starts_at: string
        /** Format: date */
        starts_on: string
      } | null
      termination: {
        /** Format: date-time */
        effective_at: string
        kind: string
        reason: string
        side: string
      } | null
      time_zone: string
    }
    KeyIssuedMessage: {
      data: {
        event: {
          actor: string
          data: {
            key: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'key.issued'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'key.issued'
    }
    KeyReplacedMessage: {
      data: {
        event: {
          actor: string
          data: {
            by: string
            /** Format: date-time */
            keep_until: string
            key: string
            leaked: boolean
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'key.replaced'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'key.replaced'
    }
    KeySeenMessage: {
      data: {
        event: {
          actor: string
          data: {
            key: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'key.seen'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'key.seen'
    }
    /** @description A seat in use, where seats are counted by use. */
    Lease: {
      /** Format: date-time */
      expires_at: string
      holder: string | null
      id: string
      /** Format: date-time */
      taken_at: string
    }
    /** @description What was written to a customer, and how it went there. */
    Letter: {
      customer: string
      event: string
      /** @description Why the last attempt failed. */
      failed: string | null
      handed_at: string | null
      handed_by: string | null
      id: string
      /** @enum {string} */
      kind:
        | 'issued'
        | 'started'
        | 'reminder'
        | 'objected'
        | 'objection_notice'
        | 'objection_moved'
        | 'objection_withdrawn'
        | 'renewed'
        | 'ended'
        | 'terminated'
        | 'termination_withdrawn'
        | 'suspension_announced'
        | 'suspension_called_off'
        | 'suspended'
        | 'resumed'
        | 'reinstated'
        | 'term_added'
        | 'amended'
        | 'proposed'
        | 'proposal_accepted'
        | 'proposal_declined'
        | 'proposal_called_off'
        | 'transferred'
        | 'given_away'
        | 'key_replaced'
        | 'warning'
      /** @enum {string} */
      language: 'de' | 'en'
      license: string
      mailed_at: string | null
      recipients: {
        email: string
        name: string
      }[]
      /** @description Addresses that were refused while others took it. */
      refused: string[] | null
      reply_to: string | null
      /**
       * @description On its way by mail, mailed, refused by the mail server, to be sent by hand, or sent so.
       * @enum {string}
       */
      state: 'waiting' | 'sent' | 'failed' | 'to_hand' | 'handed'
      /** @description Null once it is erased. */
      subject: string | null
      /** @description The version of the vendor’s own wording; null for the usual words. */
      wording: number | null
      /** Format: date-time */
      written_at: string
    }
    /** @description A license as it stands now. */
    License: {
      agreements: {
        /** Format: date-time */
        accepted_at: string
        accepted_by: string
        document: string | null
        id: string
        language: string | null
        sha256: string | null
        title: string
        url: string | null
        version: string
      }[]
      coming: {
        capabilities: string[]
        /** Format: date */
        from: string
        lease: string | null
        limits: {
          [key: string]: number
        }
        notice: string
        plan: string
        preset: string
        /** @enum {string} */
        renewal: 'automatic' | 'none'
        renewal_leeway: string
        renewal_notice: string
        renewal_term: string | null
        replace_oldest: boolean
        seat_changes: {
          count: number
          window: string
        }
        seat_lapse: string | null
        seats: number | null
        support: {
          channels: string[]
          fair_use: {
            inquiries: number
            window: string
          } | null
          level: string
          scope: string
        } | null
        term: string | null
        token_lifetime: string
      }[]
      /** Format: date-time */
      created_at: string
      customer: string
      decision: components['schemas']['Decision']
      external_refs: {
        [key: string]: string
      }
      id: string
      lease: string | null
      limits: {
        [key: string]: number
      }
      metadata: {
        [key: string]: unknown
      }
      objection: {
        /** Format: date-time */
        deadline: string
        /** Format: date */
        last_day: string
      } | null
      objections: components['schemas']['Objection'][]
      plan: string
      product: string
      replace_oldest: boolean
      rules: {
        notice: string
        preset: string
        /** @enum {string} */
        renewal: 'automatic' | 'none'
        renewal_leeway: string
        renewal_notice: string
        renewal_term: string | null
        term: string | null
        token_lifetime: string
      }
      seat_changes: {
        count: number
        window: string
      }
      seat_lapse: string | null
      seats: number | null
      seats_used: number
      start_by: string | null
      support: {
        channels: string[]
        entitled: boolean
        fair_use: {
          inquiries: number
          window: string
        } | null
        level: string
        reason: string | null
        scope: string
        since: string | null
        until: string | null
      } | null
      suspension: {
        /** Format: date-time */
        from: string
        reason: string
      } | null
      term: {
        ends_at: string | null
        ends_on: string | null
        /** Format: date-time */
        starts_at: string
        /** Format: date */
        starts_on: string
      } | null
      termination: {
        /** Format: date-time */
        effective_at: string
        kind: string
        reason: string
        side: string
      } | null
      time_zone: string
    }
    LicenseAmendedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            from: 'now' | 'next_term'
            members: string[]
            /** Format: date */
            on: string
            plan: string | null
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.amended'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.amended'
    }
    LicenseDowngradedMessage: {
      data: {
        event: {
          actor: string
          data: {
            after: string[]
            before: string[]
            /** Format: date */
            on: string
            /** @enum {string} */
            reason: 'ended' | 'terminated'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.downgraded'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.downgraded'
    }
    LicenseEditedMessage: {
      data: {
        event: {
          actor: string
          data: {
            members: string[]
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.edited'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.edited'
    }
    /** @description What a machine without a network is given. */
    LicenseFile: {
      keys: string
      token: string
      /** @constant */
      version: 1
    }
    LicenseIssuedMessage: {
      data: {
        event: {
          actor: string
          data: {
            customer: string
            ends_on: string | null
            plan: string
            product: string
            /** Format: date */
            start_by?: string
            /** Format: date */
            starts_on: string
            time_zone: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.issued'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.issued'
    }
    LicenseKey: {
      /** Format: date-time */
      created_at: string
      id: string
      keep_until: string | null
      key: string
      leaked_at: string | null
    }
    LicenseObjectedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            channel: 'console' | 'portal' | 'api' | 'phone' | 'in_person' | 'letter' | 'email'
            effective_on: string | null
            objection: string
            received_at: string | null
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.objected'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.objected'
    }
    LicenseReinstatedMessage: {
      data: {
        event: {
          actor: string
          data: {
            ends_on: string | null
            plan: string
            /** Format: date */
            starts_on: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.reinstated'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.reinstated'
    }
    LicenseRenewedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date */
            ends_on: string
            last_day: string | null
            /** Format: date */
            starts_on: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.renewed'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.renewed'
    }
    LicenseResumedMessage: {
      data: {
        event: {
          actor: string
          data: {
            suspension: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.resumed'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.resumed'
    }
    LicenseStartedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date */
            starts_on: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.started'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.started'
    }
    LicenseSuspendedMessage: {
      data: {
        event: {
          actor: string
          data: {
            suspension: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.suspended'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.suspended'
    }
    LicenseTerminatedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date-time */
            effective_at: string
            /** @enum {string} */
            kind: 'good_cause' | 'mutual' | 'rescission' | 'switching' | 'mistake'
            /** @enum {string} */
            side: 'vendor' | 'customer' | 'both'
            termination: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.terminated'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.terminated'
    }
    LicenseTransferredMessage: {
      data: {
        event: {
          actor: string
          data: {
            from: string
            giver: string
            receiver: string
            to: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'license.transferred'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'license.transferred'
    }
    LoggedInquiry: {
      agent: string
      /** Format: date-time */
      at: string
      channel: string
      contact: string | null
      corrected_at: string | null
      entitled: boolean
      event: string
      fair_use: components['schemas']['FairUse'] | null
      id: string
      license: string
      minutes: number | null
      /** Format: date-time */
      recorded_at: string
      repeats: string | null
      struck_at: string | null
      subject: string | null
      /** @enum {string} */
      topic: 'in_scope' | 'out_of_scope' | 'repeat'
      warning: string | null
    }
    /** @description Who calls, the surest first; nobody is an empty list. */
    Lookup: {
      data: {
        contact: string | null
        customer: components['schemas']['Customer']
        license: string | null
        licenses: {
          license: components['schemas']['License']
          recent_inquiries: {
            /** Format: date-time */
            at: string
            id: string
            subject: string | null
            /** @enum {string} */
            topic: 'in_scope' | 'out_of_scope' | 'repeat'
          }[]
          support: components['schemas']['Support']
          warnings: {
            count: number
            last_at: string | null
          }
        }[]
        /** @enum {string} */
        match: 'exact' | 'likely'
      }[]
      more: boolean
    }
    /** @description What has moved in, or would. */
    MovedIn: {
      dry_run: boolean
      errors: {
        detail: string
        pointer: string
      }[]
      licenses: {
        customer: string | null
        key: string | null
        license: string | null
        /** @enum {string} */
        mode: 'full' | 'export-only'
        notes: string[]
        place: string
        plan: string
        reason: string
        term: {
          ends_on: string | null
          /** Format: date */
          starts_on: string
        } | null
      }[]
      made: {
        customers: number
        keys_brought: number
        licenses: number
        machines: number
        objections: number
        plans: number
        products: number
        suspensions: number
      }
      notes: {
        count: number
        detail: string
        what: string
      }[]
      wrong: number
    }
    /** @description One side’s declaration that the license is not to renew. */
    Objection: {
      arrive_by: string | null
      channel: string
      declared_by: string | null
      effective_at: string | null
      effective_on: string | null
      id: string
      reason: string | null
      received_at: string | null
      /** Format: date-time */
      recorded_at: string
      review: 'last_day_not_a_working_day' | null
      /** @enum {string} */
      side: 'vendor' | 'customer'
      stands: boolean
      timely: boolean | null
      withdrawn_at: string | null
    }
    ObjectionMovedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date */
            effective_on: string
            objection: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'objection.moved'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'objection.moved'
    }
    ObjectionReceivedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date */
            effective_on: string
            objection: string
            /** Format: date-time */
            received_at: string
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'objection.received'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'objection.received'
    }
    ObjectionWithdrawnMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            kind: 'agreed' | 'error'
            objection: string
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'objection.withdrawn'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'objection.withdrawn'
    }
    /** @description Somebody at the vendor’s who signs in. */
    Person: {
      asks_for_code: boolean
      /** Format: date-time */
      created_at: string
      has_password: boolean
      id: string
      identities: {
        email: string | null
        issuer: string
        /** Format: date-time */
        linked_at: string
      }[]
      joined: boolean
      left_at: string | null
      login: string
      name: string
      /** @enum {string} */
      role: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
    }
    Plan: {
      capabilities: string[]
      code: string
      /** Format: date-time */
      created_at: string
      id: string
      lease: string | null
      limits: {
        [key: string]: number
      }
      name: string
      notice: string
      preset: string
      /** @description Who let it pass beyond the limits of its law preset, and why. */
      preset_override: {
        /** Format: date-time */
        at: string
        by: string
        reason: string
      } | null
      product: string
      /** @enum {string} */
      renewal: 'automatic' | 'none'
      renewal_leeway: string
      renewal_notice: string
      renewal_term: string | null
      replace_oldest: boolean
      seat_changes: {
        count: number
        window: string
      }
      seat_lapse: string | null
      seats: number | null
      support: {
        channels: string[]
        fair_use: {
          inquiries: number
          window: string
        } | null
        level: string
        scope: string
      } | null
      term: string | null
      token_lifetime: string
      trial: boolean
    }
    PresetOverriddenMessage: {
      data: {
        event: {
          actor: string
          data: {
            articles: string[]
            members: string[]
            plan: string | null
            preset: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'preset.overridden'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'preset.overridden'
    }
    /** @description A refusal (RFC 9457). Codes: 400 malformed, 401 unauthenticated, 403 forbidden, 404 not-found, 405 method-not-allowed, 406 not-acceptable, 409 code-taken, 409 reference-taken, 409 references-collide, 409 contract-runs, 409 key-taken, 409 key-ended, 409 login-taken, 409 last-admin, 409 trial-taken, 409 nothing-renews, 409 deadline-passed, 409 not-on-its-way, 409 already-terminated, 409 already-ended, 409 termination-effective, 409 other-side, 409 not-ended, 409 renews-automatically, 409 perpetual, 409 not-started, 409 proposal-closed, 409 not-mailable, 409 relation-ended, 409 no-leases, 409 not-full, 403 export-only, 409 clock-backwards, 404 no-objection, 404 no-termination, 409 not-empty, 409 other-server, 409 other-secret, 422 broken-package, 412 precondition-failed, 413 too-large, 415 unsupported-media-type, 422 unfit, 422 too-many-terms, 422 idempotency-key-reused, 429 rate-limited, 500 internal, 503 unavailable. */
    Problem: {
      detail: string
      errors?: {
        detail: string
        pointer: string
      }[]
      instance: string
      status: number
      title: string
      type: string
    } & {
      [key: string]: unknown
    }
    Product: {
      /** @enum {string} */
      algorithm: 'Ed25519' | 'EdDSA' | 'ES256'
      capabilities: string[]
      code: string
      /** Format: date-time */
      created_at: string
      export_formats: string[]
      export_tables: {
        name: string
        /** @description A Table Schema (Data Package v2). */
        schema: {
          [key: string]: unknown
        }
        title?: string
      }[]
      id: string
      name: string
    }
    Proposal: {
      answered_at: string | null
      id: string
      /** @enum {string} */
      kind: 'amendment' | 'withdrawal'
      lapses_at: string | null
      license: string
      /** @description The members of the plan that are to change. */
      members: string[]
      /** @description The one that is to be taken back. */
      objection: string | null
      proposed_by: string | null
      reason: string | null
      /** Format: date-time */
      recorded_at: string
      /**
       * @description Who proposes it.
       * @enum {string}
       */
      side: 'vendor' | 'customer'
      /** @enum {string} */
      state: 'open' | 'accepted' | 'declined' | 'taken_back' | 'lapsed'
    }
    ProposalAcceptedMessage: {
      data: {
        event: {
          actor: string
          data: {
            proposal: string
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'proposal.accepted'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'proposal.accepted'
    }
    ProposalDeclinedMessage: {
      data: {
        event: {
          actor: string
          data: {
            proposal: string
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'proposal.declined'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'proposal.declined'
    }
    ProposalLapsedMessage: {
      data: {
        event: {
          actor: string
          data: {
            proposal: string
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'proposal.lapsed'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'proposal.lapsed'
    }
    ProposalMadeMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            kind: 'amendment' | 'withdrawal'
            lapses_at: string | null
            proposal: string
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'proposal.made'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'proposal.made'
    }
    ProposalTakenBackMessage: {
      data: {
        event: {
          actor: string
          data: {
            proposal: string
            /** @enum {string} */
            side: 'vendor' | 'customer'
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'proposal.taken_back'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'proposal.taken_back'
    }
    /** @description An objection with a signed checkpoint of the history; a preview has none. */
    Receipt: {
      arrive_by: string | null
      channel: string
      checkpoint?: string
      declared_by: string | null
      effective_at: string | null
      effective_on: string | null
      id: string
      reason: string | null
      received_at: string | null
      /** Format: date-time */
      recorded_at: string
      review: 'last_day_not_a_working_day' | null
      /** @enum {string} */
      side: 'vendor' | 'customer'
      stands: boolean
      timely: boolean | null
      withdrawn_at: string | null
    }
    RelationEndedMessage: {
      data: {
        event: {
          actor: string
          data: {
            customer: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'relation.ended'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'relation.ended'
    }
    RelationOverriddenMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            command: 'issue' | 'reinstate' | 'add_term' | 'transfer'
            customer: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'relation.overridden'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'relation.overridden'
    }
    RelationResumedMessage: {
      data: {
        event: {
          actor: string
          data: {
            customer: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'relation.resumed'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'relation.resumed'
    }
    RenewalCertainMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date */
            ends_on: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'renewal.certain'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'renewal.certain'
    }
    RenewalReminderMessage: {
      data: {
        event: {
          actor: string
          data: {
            days: number
            /** Format: date */
            last_day: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'renewal.reminder'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'renewal.reminder'
    }
    /** @description What was brought back: rows by table. */
    Restored: {
      issuer: string
      /** Format: date-time */
      made_at: string
      rows: {
        [key: string]: number
      }
      sealed_anew: number
    }
    /** @description How long what is kept, null for ever; and what was erased lately, by day. */
    Retention: {
      keeps: {
        access: string | null
        deliveries: string | null
        evidence: string | null
        inquiries: string | null
        machines: string | null
        sign_ins: string | null
      }
      runs: {
        class: string
        /** Format: date */
        day: string
        erased: number
      }[]
      usual: {
        access: string | null
        deliveries: string | null
        evidence: string | null
        inquiries: string | null
        machines: string | null
        sign_ins: string | null
      }
    }
    /** @description Who sells the licenses, as letters and pages name them. */
    Settings: {
      address: string
      export_help_url: string
      /** @enum {string} */
      language: 'de' | 'en'
      legal_name: string
      /** @description The SHA-256 of the logo, which the console takes. */
      logo: string | null
      notices_to: string
      privacy_url: string
      register_number: string
      reply_to: string
      support_email: string
      support_phone: string
      switched_off: (
        | 'issued'
        | 'started'
        | 'reminder'
        | 'objected'
        | 'objection_notice'
        | 'objection_moved'
        | 'objection_withdrawn'
        | 'renewed'
        | 'ended'
        | 'terminated'
        | 'termination_withdrawn'
        | 'suspension_announced'
        | 'suspension_called_off'
        | 'suspended'
        | 'resumed'
        | 'reinstated'
        | 'term_added'
        | 'amended'
        | 'proposed'
        | 'proposal_accepted'
        | 'proposal_declined'
        | 'proposal_called_off'
        | 'transferred'
        | 'given_away'
        | 'key_replaced'
        | 'warning'
      )[]
      terms_url: string
      vat_id: string
    }
    Settlement: {
      /** Format: date-time */
      at: string
      ended: number
      failed: number
      id: string
      renewed: number
      transitions: {
        /** @enum {string} */
        kind: 'renewed' | 'ended'
        license: string
        /** Format: date */
        on: string
      }[]
    }
    SigningKey: {
      activated_at: string | null
      algorithm: string
      /** Format: date-time */
      created_at: string
      kid: string
      public_key: {
        [key: string]: string
      }
      retired_at: string | null
      revoked_at: string | null
      revoked_why: string | null
      /** @enum {string} */
      state: 'next' | 'active' | 'retired' | 'revoked'
    }
    /** @description The server at a glance. */
    Stats: {
      activations: number
      /** Format: date-time */
      at: string
      exact: boolean
      looked_at: number
      objections: number
      products: {
        ends_in_12_months: number
        ends_in_90_days: number
        export_only: number
        full: number
        licenses: number
        product: string
        renews_in_12_months: number
        renews_in_90_days: number
      }[]
    }
    /** @description Whether support answers, and how it was used. */
    Support: {
      contract: {
        channels: string[]
        entitled: boolean
        level: string
        reason: string | null
        scope: string
        since: string | null
        until: string | null
      } | null
      days_left: number | null
      fair_use: components['schemas']['FairUse'] | null
    }
    SuspensionAnnouncedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date-time */
            effective_at: string
            suspension: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'suspension.announced'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'suspension.announced'
    }
    SuspensionCalledOffMessage: {
      data: {
        event: {
          actor: string
          data: {
            suspension: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'suspension.called_off'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'suspension.called_off'
    }
    Term: {
      cut_at: string | null
      ends_at: string | null
      ends_on: string | null
      objection: {
        /** Format: date-time */
        deadline: string
        /** Format: date */
        last_day: string
      } | null
      /** @enum {string} */
      origin: 'issue' | 'start_by' | 'renewal' | 'hand' | 'reinstatement'
      /** Format: date-time */
      recorded_at: string
      /** Format: date-time */
      starts_at: string
      /** Format: date */
      starts_on: string
    }
    TermAddedMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** Format: date */
            ends_on: string
            /** Format: date */
            starts_on: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'term.added'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'term.added'
    }
    TerminationWithdrawnMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            kind: 'agreed' | 'error'
            /** @enum {string} */
            side: 'vendor' | 'customer'
            termination: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'termination.withdrawn'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'termination.withdrawn'
    }
    Token: {
      decision: components['schemas']['Decision']
      machines?: components['schemas']['Activation'][]
      /** Format: date-time */
      refresh_at: string
      seat_changes?: {
        left: number
        next_at: string | null
      }
      token: string
    }
    /** @description A formal request to stop using support out of scope. */
    Warning: {
      agent: string
      /** Format: date-time */
      at: string
      /** @enum {string} */
      delivery: 'mail' | 'by_hand' | 'spoken'
      event: string
      /** @enum {string} */
      form: 'letter' | 'spoken'
      id: string
      /** @enum {string} */
      language: 'de' | 'en'
      license: string
      recipient: string | null
      /** Format: date-time */
      recorded_at: string
      text: string | null
    }
    WarningGivenMessage: {
      data: {
        event: {
          actor: string
          data: {
            /** @enum {string} */
            delivery?: 'mail' | 'by_hand'
            /** @enum {string} */
            form: 'letter' | 'spoken'
            warning: string
          }
          hash: string
          id: string
          license: string
          /** Format: date-time */
          occurred_at: string
          previous_hash: string | null
          /** Format: date-time */
          recorded_at: string
          /** @constant */
          type: 'warning.given'
        }
        license: components['schemas']['License']
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
      }
      /**
       * Format: date-time
       * @description When it became true.
       */
      timestamp: string
      /** @constant */
      type: 'warning.given'
    }
    WarningLetter: {
      /** @enum {string} */
      language: 'de' | 'en'
      recipient: string | null
      text: string
    }
    Webhook: {
      /** Format: date-time */
      created_at: string
      description: string
      disabled_at: string | null
      disabled_why: ('by_hand' | 'gone') | null
      enabled: boolean
      /** @description Null for all. */
      event_types: string[] | null
      /** @description Until then the secret before signs as well. */
      former_secret_until: string | null
      id: string
      url: string
    }
    WebhookTestMessage: {
      data: {
        /**
         * @description Only from a sandbox, whose clock is moved by hand.
         * @constant
         */
        sandbox?: true
        webhook: string
      }
      /** Format: date-time */
      timestamp: string
      /** @constant */
      type: 'webhook.test'
    }
    WebhookWithSecret: {
      /** Format: date-time */
      created_at: string
      description: string
      disabled_at: string | null
      disabled_why: ('by_hand' | 'gone') | null
      enabled: boolean
      /** @description Null for all. */
      event_types: string[] | null
      /** @description Until then the secret before signs as well. */
      former_secret_until: string | null
      id: string
      /** @description Shown this once. */
      secret: string
      url: string
    }
    WholeDelivery: {
      attempts: number
      body: string | null
      delivered_at: string | null
      dismissed_at: string | null
      due_at: string | null
      error: string | null
      given_up_at: string | null
      /** @description The message’s `webhook-id`. */
      id: string
      license: string | null
      /** Format: date-time */
      recorded_at: string
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'failed'
      status: number | null
      tried: {
        answer: string | null
        /** Format: date-time */
        at: string
        error: string | null
        ms: number
        status: number | null
      }[]
      type: string
      webhook: string
    }
    WholeLetter: {
      customer: string
      event: string
      /** @description Why the last attempt failed. */
      failed: string | null
      handed_at: string | null
      handed_by: string | null
      /** @description A logo in it stands as `cid:logo`, as in the mail. */
      html: string | null
      id: string
      /** @enum {string} */
      kind:
        | 'issued'
        | 'started'
        | 'reminder'
        | 'objected'
        | 'objection_notice'
        | 'objection_moved'
        | 'objection_withdrawn'
        | 'renewed'
        | 'ended'
        | 'terminated'
        | 'termination_withdrawn'
        | 'suspension_announced'
        | 'suspension_called_off'
        | 'suspended'
        | 'resumed'
        | 'reinstated'
        | 'term_added'
        | 'amended'
        | 'proposed'
        | 'proposal_accepted'
        | 'proposal_declined'
        | 'proposal_called_off'
        | 'transferred'
        | 'given_away'
        | 'key_replaced'
        | 'warning'
      /** @enum {string} */
      language: 'de' | 'en'
      license: string
      mailed_at: string | null
      plain: string | null
      recipients: {
        email: string
        name: string
      }[]
      /** @description Addresses that were refused while others took it. */
      refused: string[] | null
      reply_to: string | null
      /**
       * @description On its way by mail, mailed, refused by the mail server, to be sent by hand, or sent so.
       * @enum {string}
       */
      state: 'waiting' | 'sent' | 'failed' | 'to_hand' | 'handed'
      /** @description Null once it is erased. */
      subject: string | null
      /** @description The version of the vendor’s own wording; null for the usual words. */
      wording: number | null
      /** Format: date-time */
      written_at: string
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  getWellKnownEvidenceKeysJson: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EvidenceKeys']
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWellKnownJwksJson: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            keys: {
              [key: string]: string
            }[]
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWellKnownKeysJwt: {
    parameters: {
      query?: {
        alg?: 'Ed25519' | 'EdDSA' | 'ES256'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWellKnownLicenseServer: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            algorithms: string[]
            evidence_keys_uri: string
            issuer: string
            jwks_uri: string
            keys_uri: string
            /** @constant */
            sandbox?: true
            status_lists: string[]
            token_endpoint: string
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getDocs: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getHealthz: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            status: string
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMetrics: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getOpenapiJson: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            [key: string]: unknown
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProblems: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getReadyz: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            status: string
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getStatusListsList: {
    parameters: {
      query?: never
      header?: never
      path: {
        list: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAccessEvents: {
    parameters: {
      query?: {
        after?: string
        from?: string
        group?: 'people' | 'sign_ins' | 'tokens' | 'keys' | 'webhooks' | 'settings'
        limit?: string
        order?: 'when' | '-when'
        to?: string
        type?: string
        who?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['AccessEvent'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteActivationsActivation: {
    parameters: {
      query?: never
      header?: never
      path: {
        activation: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getApiTokens: {
    parameters: {
      query?: {
        after?: string
        limit?: string
        role?: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['ApiToken'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postApiTokens: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "The shop",
         *       "role": "billing",
         *       "expires_at": "2026-01-01T00:00:00Z"
         *     }
         */
        'application/json': {
          expires_at?: string | null
          name: string
          /** @enum {string} */
          role: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            created_at: string
            expires_at: string | null
            id: string
            last_used_at: string | null
            name: string
            revoked_at: string | null
            /** @enum {string} */
            role: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
            token: string
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getApiTokensToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiToken']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteApiTokensToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCustomers: {
    parameters: {
      query?: {
        after?: string
        external_ref?: string
        limit?: string
        product?: string
        relation?: 'going_on' | 'ended'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Customer'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCustomers: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Sample",
         *       "language": "de",
         *       "external_refs": {
         *         "stripe": "cus_sample"
         *       },
         *       "contacts": [
         *         {
         *           "name": "N.",
         *           "phones": [
         *             "+49 30 1"
         *           ],
         *           "emails": [
         *             "a@example.com"
         *           ],
         *           "may": [
         *             "object"
         *           ]
         *         }
         *       ]
         *     }
         */
        'application/json': {
          contacts?: {
            emails?: string[]
            may?: ('object' | 'sign' | 'support')[]
            name: string
            phones?: string[]
          }[]
          external_refs?: {
            [key: string]: string
          }
          language?: string
          name: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCustomersCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        customer: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  patchCustomersCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        customer: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Edited",
         *       "language": "de",
         *       "external_refs": {
         *         "datev": "10001",
         *         "gone": null
         *       },
         *       "contacts": [
         *         {
         *           "name": "N.",
         *           "phones": [
         *             "+49 30 1"
         *           ],
         *           "emails": [
         *             "a@example.com"
         *           ],
         *           "may": [
         *             "sign"
         *           ]
         *         }
         *       ]
         *     }
         */
        'application/json': {
          contacts?: {
            emails?: string[]
            id?: string
            may?: ('object' | 'sign' | 'support')[]
            name: string
            phones?: string[]
          }[]
          external_refs?: {
            [key: string]: string | null
          }
          language?: string
          name?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putCustomersCustomerEndedRelation: {
    parameters: {
      query?: never
      header?: never
      path: {
        customer: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Unpaid three times"
         *     }
         */
        'application/json': {
          reason: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteCustomersCustomerEndedRelation: {
    parameters: {
      query?: never
      header?: never
      path: {
        customer: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "All is paid"
         *     }
         */
        'application/json': {
          reason?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCustomersCustomerErasure: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        customer: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "As asked in May"
         *     }
         */
        'application/json': {
          reason: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCustomersCustomerExport: {
    parameters: {
      query?: {
        formats?: string
      }
      header?: never
      path: {
        customer: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/zip': string
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCustomersCustomerMerge: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        customer: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "into": "cus_01m88ecpzberc921nk88r3k5bw",
         *       "reason": "Typed in twice"
         *     }
         */
        'application/json': {
          into: string
          reason: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCustomersByRefSystemReference: {
    parameters: {
      query?: never
      header?: never
      path: {
        reference: string
        system: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putCustomersByRefSystemReference: {
    parameters: {
      query?: never
      header?: never
      path: {
        reference: string
        system: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "By reference",
         *       "language": "de",
         *       "external_refs": {
         *         "datev": "10002"
         *       }
         *     }
         */
        'application/json': {
          contacts?: {
            emails?: string[]
            id?: string
            may?: ('object' | 'sign' | 'support')[]
            name: string
            phones?: string[]
          }[]
          external_refs?: {
            [key: string]: string | null
          }
          language?: string
          name?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postDocuments: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/pdf': string
        'image/jpeg': string
        'image/png': string
        'image/tiff': string
        'image/webp': string
        'message/rfc822': string
        'text/plain': string
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Document']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getDocumentsDocument: {
    parameters: {
      query?: never
      header?: never
      path: {
        document: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          '*/*': string
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getEvents: {
    parameters: {
      query?: {
        after?: string
        limit?: string
        type?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Event'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getEvidenceKeys: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['EvidenceKey'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postEvidenceKeysKidRevocation: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        kid: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The laptop was stolen"
         *     }
         */
        'application/json': {
          reason?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['EvidenceKey'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postEvidenceKeysRotation: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['EvidenceKey'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getExport: {
    parameters: {
      query?: {
        formats?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/zip': string
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getExportFormats: {
    parameters: {
      query?: {
        after?: string
        limit?: string
        product?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['ExportFormats'][]
            next: string | null
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getHistory: {
    parameters: {
      query?: {
        actor?: string
        after?: string
        customer?: string
        from?: string
        group?:
          'term' | 'ending' | 'pause' | 'agreement' | 'machines' | 'keys' | 'support' | 'customer'
        license?: string
        limit?: string
        to?: string
        type?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Event'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postImport: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/zip': string
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Restored']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getInquiries: {
    parameters: {
      query?: {
        after?: string
        customer?: string
        license?: string
        limit?: string
        since?: string
        topic?: 'in_scope' | 'out_of_scope' | 'repeat'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Inquiry'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLeases: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "license_key": "AUSZUG-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX",
         *       "product": "broetchenbringer",
         *       "holder": "N. Beispiel",
         *       "nonce": "0123456789abcdef"
         *     }
         */
        'application/json': {
          /** @description Who uses the seat, for the list of others. */
          holder?: string
          license_key: string
          nonce?: string
          product: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            decision: components['schemas']['Decision']
            heartbeat_at: string | null
            lease: components['schemas']['Lease'] | null
            leases?: components['schemas']['Lease'][]
            token: string | null
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteLeasesLease: {
    parameters: {
      query?: never
      header?: never
      path: {
        lease: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putLeasesLeaseHeartbeat: {
    parameters: {
      query?: never
      header?: never
      path: {
        lease: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "nonce": "0123456789abcdef"
         *     }
         */
        'application/json': {
          nonce?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            decision: components['schemas']['Decision']
            heartbeat_at: string | null
            lease: components['schemas']['Lease'] | null
            leases?: components['schemas']['Lease'][]
            token: string | null
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLetters: {
    parameters: {
      query?: {
        after?: string
        customer?: string
        kind?:
          | 'issued'
          | 'started'
          | 'reminder'
          | 'objected'
          | 'objection_notice'
          | 'objection_moved'
          | 'objection_withdrawn'
          | 'renewed'
          | 'ended'
          | 'terminated'
          | 'termination_withdrawn'
          | 'suspension_announced'
          | 'suspension_called_off'
          | 'suspended'
          | 'resumed'
          | 'reinstated'
          | 'term_added'
          | 'amended'
          | 'proposed'
          | 'proposal_accepted'
          | 'proposal_declined'
          | 'proposal_called_off'
          | 'transferred'
          | 'given_away'
          | 'key_replaced'
          | 'warning'
        license?: string
        limit?: string
        state?: 'waiting' | 'sent' | 'failed' | 'to_hand' | 'handed'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Letter'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLettersLetter: {
    parameters: {
      query?: never
      header?: never
      path: {
        letter: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WholeLetter']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putLettersLetterHandover: {
    parameters: {
      query?: never
      header?: never
      path: {
        letter: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WholeLetter']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLettersLetterMailing: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        letter: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WholeLetter']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicenses: {
    parameters: {
      query?: {
        after?: string
        customer?: string
        ends_by?: string
        external_ref?: string
        flagged?: 'true'
        limit?: string
        mode?: 'full' | 'export-only'
        plan?: string
        product?: string
        renews_by?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['License'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicenses: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "plan": "annual",
         *       "customer": "cus_01m88ecpzberc921nk88r3k5bw",
         *       "time_zone": "Europe/Berlin",
         *       "starts_on": "2025-10-01",
         *       "ends_on": "2026-12-31",
         *       "overrides": {
         *         "seats": 5,
         *         "limits": {
         *           "branches": 4
         *         },
         *         "support": {
         *           "level": "standard",
         *           "channels": [
         *             "phone",
         *             "email"
         *           ],
         *           "scope": "Questions about the product.",
         *           "fair_use": {
         *             "inquiries": 5,
         *             "window": "P30D"
         *           }
         *         }
         *       },
         *       "metadata": {
         *         "note": [
         *           "text"
         *         ]
         *       },
         *       "external_refs": {
         *         "erp": "4711"
         *       },
         *       "agreement": {
         *         "title": "Contract",
         *         "version": "1",
         *         "language": "de",
         *         "url": "https://example.com/contract.pdf",
         *         "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         *         "accepted_at": "2025-09-30T12:00:00+02:00",
         *         "accepted_by": "N. Beispiel"
         *       },
         *       "key": "C1B6DE-39A6E3-DE1529-8559A0-4AF593-V6",
         *       "override": {
         *         "reason": "All is paid"
         *       }
         *     }
         */
        'application/json': {
          agreement?: {
            /** Format: date-time */
            accepted_at: string
            accepted_by: string
            document?: string | null
            language?: string | null
            sha256?: string | null
            title: string
            url?: string | null
            version: string
          }
          customer: string
          ends_on?: string | null
          external_refs?: {
            [key: string]: string
          }
          key?: string
          metadata?: {
            [key: string]: unknown
          }
          override?: {
            reason: string
          }
          overrides?: {
            capabilities?: string[]
            /** @description Seats are counted by use; a lease lapses after this without a heartbeat. */
            lease?: string | null
            limits?: {
              [key: string]: number
            }
            notice?: string
            preset?: string
            /** @enum {string} */
            renewal?: 'automatic' | 'none'
            renewal_leeway?: string
            renewal_notice?: string
            renewal_term?: string | null
            replace_oldest?: boolean
            /** @description How often a seat may be taken over within a window of days. */
            seat_changes?: {
              count: number
              window: string
            }
            seat_lapse?: string | null
            seats?: number | null
            support?: {
              channels: string[]
              fair_use?: {
                inquiries: number
                window: string
              } | null
              level: string
              scope: string
            } | null
            term?: string | null
            token_lifetime?: string
          }
          plan: string
          /** Format: date */
          start_by?: string
          /** @constant */
          starts?: 'first_activation'
          /** Format: date */
          starts_on?: string
          time_zone: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['IssuedLicense']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicense: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  patchLicensesLicense: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "metadata": {
         *         "note": "edited",
         *         "gone": null
         *       },
         *       "external_refs": {
         *         "erp": "4712",
         *         "gone": null
         *       }
         *     }
         */
        'application/json': {
          external_refs?: {
            [key: string]: string | null
          }
          metadata?: {
            [key: string]: unknown
          }
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseActivations: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Activation'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteLicensesLicenseActivationsActivation: {
    parameters: {
      query?: never
      header?: never
      path: {
        activation: string
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseAmendments: {
    parameters: {
      query?: {
        preview?: 'true' | 'false'
      }
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "from": "next_term",
         *       "plan": "annual",
         *       "renewal_term": "P2Y",
         *       "seats": 5,
         *       "agreement": {
         *         "title": "Addendum",
         *         "version": "1",
         *         "accepted_at": "2025-09-30T12:00:00+02:00",
         *         "accepted_by": "N. Beispiel"
         *       }
         *     }
         */
        'application/json': {
          agreement?: {
            /** Format: date-time */
            accepted_at: string
            accepted_by: string
            document?: string | null
            language?: string | null
            sha256?: string | null
            title: string
            url?: string | null
            version: string
          }
          capabilities?: string[]
          /** @enum {string} */
          from: 'now' | 'next_term'
          /** @description Seats are counted by use; a lease lapses after this without a heartbeat. */
          lease?: string | null
          limits?: {
            [key: string]: number
          }
          notice?: string
          override?: {
            reason: string
          }
          plan?: string
          preset?: string
          /** @enum {string} */
          renewal?: 'automatic' | 'none'
          renewal_leeway?: string
          renewal_notice?: string
          renewal_term?: string | null
          replace_oldest?: boolean
          /** @description How often a seat may be taken over within a window of days. */
          seat_changes?: {
            count: number
            window: string
          }
          seat_lapse?: string | null
          seats?: number | null
          support?: {
            channels: string[]
            fair_use?: {
              inquiries: number
              window: string
            } | null
            level: string
            scope: string
          } | null
          term?: string | null
          token_lifetime?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseCheckpoint: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Checkpoint']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseDecision: {
    parameters: {
      query?: {
        at?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Decision']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseDocuments: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Document'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseDocuments: {
    parameters: {
      query?: {
        of?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/pdf': string
        'image/jpeg': string
        'image/png': string
        'image/tiff': string
        'image/webp': string
        'message/rfc822': string
        'text/plain': string
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Document']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseDossier: {
    parameters: {
      query?: {
        documents?: '0' | '1'
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': string
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseEvents: {
    parameters: {
      query?: {
        after?: string
        limit?: string
        type?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Event'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseFile: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "version": 1,
         *       "product": "broetchenbringer",
         *       "fingerprint": "till-2",
         *       "machine": "Kasse 2"
         *     }
         */
        'application/json': {
          fingerprint: string
          machine?: string
          product?: string
          /** @description The activation whose seat the machine takes over if none is free. */
          replace?: string
          /** @constant */
          version?: 1
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LicenseFile']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseInquiries: {
    parameters: {
      query?: {
        after?: string
        limit?: string
        since?: string
        topic?: 'in_scope' | 'out_of_scope' | 'repeat'
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Inquiry'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseInquiries: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "channel": "phone",
         *       "subject": "How to",
         *       "contact": "N.",
         *       "minutes": 5,
         *       "at": "2025-10-01T08:30:00+02:00",
         *       "topic": "in_scope"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          at?: string
          /** @enum {string} */
          channel: 'console' | 'portal' | 'api' | 'phone' | 'in_person' | 'letter' | 'email'
          contact?: string
          minutes?: number
          repeats?: string
          subject: string
          /** @enum {string} */
          topic: 'in_scope' | 'out_of_scope' | 'repeat'
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LoggedInquiry']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseInquiriesInquiry: {
    parameters: {
      query?: never
      header?: never
      path: {
        inquiry: string
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Inquiry']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putLicensesLicenseInquiriesInquiry: {
    parameters: {
      query?: never
      header?: never
      path: {
        inquiry: string
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "channel": "phone",
         *       "subject": "How to",
         *       "contact": "N.",
         *       "minutes": 5,
         *       "topic": "repeat",
         *       "repeats": "inq_00000000000000000000000000",
         *       "reason": "Misheard"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          at?: string
          /** @enum {string} */
          channel: 'console' | 'portal' | 'api' | 'phone' | 'in_person' | 'letter' | 'email'
          contact?: string
          minutes?: number
          reason?: string
          repeats?: string
          subject: string
          /** @enum {string} */
          topic: 'in_scope' | 'out_of_scope' | 'repeat'
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Inquiry']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteLicensesLicenseInquiriesInquiry: {
    parameters: {
      query?: never
      header?: never
      path: {
        inquiry: string
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Of another license"
         *     }
         */
        'application/json': {
          reason?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Inquiry']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseKeys: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['LicenseKey'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseKeys: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "key": "C1B6DE-39A6E3-DE1529-8559A0-4AF593-V4"
         *     }
         */
        'application/json': {
          key?: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LicenseKey']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseKeysKeyReplacement: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        key: string
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "key": "C1B6DE-39A6E3-DE1529-8559A0-4AF593-V5",
         *       "keep_old_until": "2026-01-01T00:00:00+01:00",
         *       "leaked": false,
         *       "reason": "It stood on a slide"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          keep_old_until?: string
          key?: string
          leaked?: boolean
          reason?: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LicenseKey']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseLeases: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Lease'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseLetters: {
    parameters: {
      query?: {
        after?: string
        kind?:
          | 'issued'
          | 'started'
          | 'reminder'
          | 'objected'
          | 'objection_notice'
          | 'objection_moved'
          | 'objection_withdrawn'
          | 'renewed'
          | 'ended'
          | 'terminated'
          | 'termination_withdrawn'
          | 'suspension_announced'
          | 'suspension_called_off'
          | 'suspended'
          | 'resumed'
          | 'reinstated'
          | 'term_added'
          | 'amended'
          | 'proposed'
          | 'proposal_accepted'
          | 'proposal_declined'
          | 'proposal_called_off'
          | 'transferred'
          | 'given_away'
          | 'key_replaced'
          | 'warning'
        limit?: string
        state?: 'waiting' | 'sent' | 'failed' | 'to_hand' | 'handed'
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Letter'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseObjections: {
    parameters: {
      query?: {
        preview?: 'true' | 'false'
      }
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "side": "vendor",
         *       "channel": "letter",
         *       "declared_by": "Admin A.",
         *       "reason": "By post",
         *       "received_at": "2025-10-01T08:30:00+02:00"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          channel: 'console' | 'portal' | 'api' | 'phone' | 'in_person' | 'letter' | 'email'
          declared_by?: string
          reason?: string
          /** Format: date-time */
          received_at?: string
          /** @enum {string} */
          side: 'vendor' | 'customer'
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Receipt']
        }
      }
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Receipt']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseObjectionsSide: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
        side: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Receipt']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putLicensesLicenseObjectionsSideReceipt: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
        side: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "received_at": "2025-10-01T08:30:00+02:00",
         *       "reason": "The slip says so"
         *     }
         */
        'application/json': {
          reason?: string
          /** Format: date-time */
          received_at?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Receipt']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseObjectionsSideWithdrawal: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
        side: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "agreed",
         *       "reason": "They talked",
         *       "agreed": {
         *         "by": "N. Beispiel",
         *         "at": "2025-10-01T08:00:00+02:00",
         *         "how": "on the phone"
         *       }
         *     }
         */
        'application/json': {
          agreed?: {
            /** Format: date-time */
            at: string
            by: string
            how: string
          }
          /** @enum {string} */
          kind: 'agreed' | 'error'
          reason?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Receipt']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseProposals: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Proposal'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseProposals: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "amendment",
         *       "amendment": {
         *         "from": "now",
         *         "seats": 6
         *       },
         *       "agreement": {
         *         "title": "More tills",
         *         "version": "1",
         *         "language": "de"
         *       },
         *       "reason": "As discussed"
         *     }
         */
        'application/json': {
          /** @description What the customer accepts with the amendment; attached then. */
          agreement?: {
            document?: string
            language?: string
            title: string
            /** Format: uri */
            url?: string
            version: string
          }
          amendment?: {
            capabilities?: string[]
            /** @enum {string} */
            from: 'now' | 'next_term'
            /** @description Seats are counted by use; a lease lapses after this without a heartbeat. */
            lease?: string | null
            limits?: {
              [key: string]: number
            }
            notice?: string
            plan?: string
            preset?: string
            /** @enum {string} */
            renewal?: 'automatic' | 'none'
            renewal_leeway?: string
            renewal_notice?: string
            renewal_term?: string | null
            replace_oldest?: boolean
            /** @description How often a seat may be taken over within a window of days. */
            seat_changes?: {
              count: number
              window: string
            }
            seat_lapse?: string | null
            seats?: number | null
            support?: {
              channels: string[]
              fair_use?: {
                inquiries: number
                window: string
              } | null
              level: string
              scope: string
            } | null
            term?: string | null
            token_lifetime?: string
          }
          /** @enum {string} */
          kind: 'amendment' | 'withdrawal'
          override?: {
            reason: string
          }
          reason?: string
          /**
           * @description Whose objection is to be taken back.
           * @enum {string}
           */
          side?: 'vendor' | 'customer'
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Proposal']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteLicensesLicenseProposalsProposal: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
        proposal: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Proposal']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseProposalsProposalAcceptance: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
        proposal: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Proposal']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseReinstatement: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "starts_on": "2026-10-01",
         *       "plan": "annual",
         *       "reason": "Came back",
         *       "override": {
         *         "reason": "All is paid"
         *       }
         *     }
         */
        'application/json': {
          override?: {
            reason: string
          }
          plan?: string
          reason: string
          /** Format: date */
          starts_on?: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseSupport: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Support']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putLicensesLicenseSuspension: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Unpaid",
         *       "effective_at": "2025-12-01T00:00:00+01:00"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          effective_at?: string
          reason: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteLicensesLicenseSuspension: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseTermination: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "side": "vendor",
         *       "kind": "good_cause",
         *       "reason": "Resold",
         *       "effective_at": "2025-12-01T00:00:00+01:00"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          effective_at?: string
          /** @enum {string} */
          kind: 'good_cause' | 'mutual' | 'rescission' | 'switching' | 'mistake'
          reason: string
          /** @enum {string} */
          side: 'vendor' | 'customer' | 'both'
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseTerminationWithdrawal: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "agreed",
         *       "side": "vendor",
         *       "reason": "They talked",
         *       "agreed": {
         *         "by": "N. Beispiel",
         *         "at": "2025-10-01T08:00:00+02:00",
         *         "how": "on the phone"
         *       }
         *     }
         */
        'application/json': {
          agreed?: {
            /** Format: date-time */
            at: string
            by: string
            how: string
          }
          /** @enum {string} */
          kind: 'agreed' | 'error'
          reason?: string
          /** @enum {string} */
          side?: 'vendor' | 'customer'
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseTerms: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Term'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseTerms: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "ends_on": "2027-12-31",
         *       "override": {
         *         "reason": "All is paid"
         *       }
         *     }
         */
        'application/json': {
          ends_on?: string | null
          override?: {
            reason: string
          }
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseTransfer: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "customer": "cus_00000000000000000000000000",
         *       "reason": "The business was sold",
         *       "agreements": {
         *         "giver": {
         *           "title": "Addendum",
         *           "version": "1",
         *           "accepted_at": "2025-09-30T12:00:00+02:00",
         *           "accepted_by": "N. Beispiel"
         *         },
         *         "receiver": {
         *           "title": "Addendum",
         *           "version": "1",
         *           "accepted_at": "2025-09-30T12:00:00+02:00",
         *           "accepted_by": "N. Beispiel"
         *         }
         *       },
         *       "override": {
         *         "reason": "All is paid"
         *       }
         *     }
         */
        'application/json': {
          agreements: {
            giver: {
              /** Format: date-time */
              accepted_at: string
              accepted_by: string
              document?: string | null
              language?: string | null
              sha256?: string | null
              title: string
              url?: string | null
              version: string
            }
            receiver: {
              /** Format: date-time */
              accepted_at: string
              accepted_by: string
              document?: string | null
              language?: string | null
              sha256?: string | null
              title: string
              url?: string | null
              version: string
            }
          }
          customer: string
          override?: {
            reason: string
          }
          reason: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseWarningLetter: {
    parameters: {
      query?: {
        language?: 'de' | 'en'
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WarningLetter']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseWarnings: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Warning'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesLicenseWarnings: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        license: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "form": "letter",
         *       "delivery": "by_hand",
         *       "language": "de",
         *       "at": "2025-10-01T08:30:00+02:00",
         *       "recipient": "N. Beispiel",
         *       "text": "Stop"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          at?: string
          /** @enum {string} */
          delivery?: 'mail' | 'by_hand'
          /** @enum {string} */
          form: 'letter' | 'spoken'
          /** @enum {string} */
          language?: 'de' | 'en'
          recipient?: string
          text?: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Warning']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesLicenseWarningsWarning: {
    parameters: {
      query?: never
      header?: never
      path: {
        license: string
        warning: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Warning']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLicensesBulk: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "licenses": [
         *         {
         *           "plan": "annual",
         *           "customer": "cus_01m88ecpzberc921nk88r3k5bw",
         *           "time_zone": "Europe/Berlin",
         *           "external_refs": {
         *             "bulk": "1"
         *           }
         *         },
         *         {
         *           "plan": "annual",
         *           "customer": "cus_01m88ecpzberc921nk88r3k5bw",
         *           "time_zone": "Mars/Olympus"
         *         }
         *       ]
         *     }
         */
        'application/json': {
          licenses: {
            agreement?: {
              /** Format: date-time */
              accepted_at: string
              accepted_by: string
              document?: string | null
              language?: string | null
              sha256?: string | null
              title: string
              url?: string | null
              version: string
            }
            customer: string
            ends_on?: string | null
            external_refs?: {
              [key: string]: string
            }
            key?: string
            metadata?: {
              [key: string]: unknown
            }
            override?: {
              reason: string
            }
            overrides?: {
              capabilities?: string[]
              /** @description Seats are counted by use; a lease lapses after this without a heartbeat. */
              lease?: string | null
              limits?: {
                [key: string]: number
              }
              notice?: string
              preset?: string
              /** @enum {string} */
              renewal?: 'automatic' | 'none'
              renewal_leeway?: string
              renewal_notice?: string
              renewal_term?: string | null
              replace_oldest?: boolean
              /** @description How often a seat may be taken over within a window of days. */
              seat_changes?: {
                count: number
                window: string
              }
              seat_lapse?: string | null
              seats?: number | null
              support?: {
                channels: string[]
                fair_use?: {
                  inquiries: number
                  window: string
                } | null
                level: string
                scope: string
              } | null
              term?: string | null
              token_lifetime?: string
            }
            plan: string
            /** Format: date */
            start_by?: string
            /** @constant */
            starts?: 'first_activation'
            /** Format: date */
            starts_on?: string
            time_zone: string
          }[]
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BulkIssued']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLicensesByRefSystemReference: {
    parameters: {
      query?: never
      header?: never
      path: {
        reference: string
        system: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putLicensesByRefSystemReference: {
    parameters: {
      query?: never
      header?: never
      path: {
        reference: string
        system: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "plan": "annual",
         *       "customer": "cus_01m88ecpzberc921nk88r3k5bw",
         *       "time_zone": "Europe/Berlin",
         *       "metadata": {
         *         "note": [
         *           "text"
         *         ]
         *       }
         *     }
         */
        'application/json': {
          agreement?: {
            /** Format: date-time */
            accepted_at: string
            accepted_by: string
            document?: string | null
            language?: string | null
            sha256?: string | null
            title: string
            url?: string | null
            version: string
          }
          customer: string
          ends_on?: string | null
          external_refs?: {
            [key: string]: string
          }
          key?: string
          metadata?: {
            [key: string]: unknown
          }
          override?: {
            reason: string
          }
          overrides?: {
            capabilities?: string[]
            /** @description Seats are counted by use; a lease lapses after this without a heartbeat. */
            lease?: string | null
            limits?: {
              [key: string]: number
            }
            notice?: string
            preset?: string
            /** @enum {string} */
            renewal?: 'automatic' | 'none'
            renewal_leeway?: string
            renewal_notice?: string
            renewal_term?: string | null
            replace_oldest?: boolean
            /** @description How often a seat may be taken over within a window of days. */
            seat_changes?: {
              count: number
              window: string
            }
            seat_lapse?: string | null
            seats?: number | null
            support?: {
              channels: string[]
              fair_use?: {
                inquiries: number
                window: string
              } | null
              level: string
              scope: string
            } | null
            term?: string | null
            token_lifetime?: string
          }
          plan: string
          /** Format: date */
          start_by?: string
          /** @constant */
          starts?: 'first_activation'
          /** Format: date */
          starts_on?: string
          time_zone: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['License']
        }
      }
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['IssuedLicense']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postLookup: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "phone": "+49 30 1234567",
         *       "country": "DE"
         *     }
         */
        'application/json': {
          country?: string
          email?: string
          key?: string
          phone?: string
          words?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Lookup']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postMoveInCsv: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "data": "Firma;Nr;Beginn;Schlüssel\nBäckerei Ost;1001;01.10.2025;\n",
         *       "system": "oldshop",
         *       "delimiter": ";",
         *       "columns": {
         *         "customer_name": "Firma",
         *         "customer_ref": "Nr",
         *         "starts_on": "Beginn",
         *         "key": "Schlüssel"
         *       },
         *       "always": {
         *         "plan": "annual",
         *         "time_zone": "Europe/Berlin"
         *       },
         *       "dry_run": true
         *     }
         */
        'application/json': {
          always?: {
            contact_email?: string
            contact_name?: string
            contact_phone?: string
            customer_language?: string
            customer_name?: string
            customer_ref?: string
            ends_on?: string
            key?: string
            license_ref?: string
            machine_names?: string
            machines?: string
            objection_by?: string
            objection_channel?: string
            objection_reason?: string
            objection_received_at?: string
            objection_side?: string
            plan?: string
            seats?: string
            starts_on?: string
            suspended_from?: string
            suspension_reason?: string
            time_zone?: string
          }
          columns: {
            contact_email?: string
            contact_name?: string
            contact_phone?: string
            customer_language?: string
            customer_name?: string
            customer_ref?: string
            ends_on?: string
            key?: string
            license_ref?: string
            machine_names?: string
            machines?: string
            objection_by?: string
            objection_channel?: string
            objection_reason?: string
            objection_received_at?: string
            objection_side?: string
            plan?: string
            seats?: string
            starts_on?: string
            suspended_from?: string
            suspension_reason?: string
            time_zone?: string
          }
          data: string
          /** @enum {string} */
          delimiter?: ',' | ';' | '\t' | '|'
          dry_run?: boolean
          override?: {
            reason: string
          }
          system: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MovedIn']
        }
      }
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MovedIn']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postMoveInKeygen: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "documents": [
         *         {
         *           "data": [
         *             {
         *               "type": "products",
         *               "id": "p1",
         *               "attributes": {
         *                 "name": "Oven",
         *                 "code": "oven"
         *               }
         *             },
         *             {
         *               "type": "policies",
         *               "id": "q1",
         *               "attributes": {
         *                 "name": "Yearly",
         *                 "duration": 31536000,
         *                 "maxMachines": 2
         *               },
         *               "relationships": {
         *                 "product": {
         *                   "data": {
         *                     "type": "products",
         *                     "id": "p1"
         *                   }
         *                 }
         *               }
         *             },
         *             {
         *               "type": "licenses",
         *               "id": "l1",
         *               "attributes": {
         *                 "key": "C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3",
         *                 "created": "2025-09-01T00:00:00Z"
         *               },
         *               "relationships": {
         *                 "policy": {
         *                   "data": {
         *                     "type": "policies",
         *                     "id": "q1"
         *                   }
         *                 }
         *               }
         *             }
         *           ]
         *         }
         *       ],
         *       "system": "keygen",
         *       "time_zone": "Europe/Berlin",
         *       "capabilities": [
         *         "oven:use"
         *       ],
         *       "export_formats": [
         *         "csv"
         *       ],
         *       "dry_run": true
         *     }
         */
        'application/json': {
          capabilities?: string[]
          documents: {
            [key: string]: unknown
          }[]
          dry_run?: boolean
          export_formats?: (
            'csv' | 'jsonl' | 'json' | 'xml' | 'xlsx' | 'ods' | 'sqlite' | 'parquet'
          )[]
          override?: {
            reason: string
          }
          system?: string
          time_zone: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MovedIn']
        }
      }
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MovedIn']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getPeople: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Person'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postPeople: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "login": "n@example.com",
         *       "name": "N.",
         *       "role": "support"
         *     }
         */
        'application/json': {
          login: string
          name: string
          /** @enum {string} */
          role: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            asks_for_code: boolean
            /** Format: date-time */
            created_at: string
            has_password: boolean
            id: string
            identities: {
              email: string | null
              issuer: string
              /** Format: date-time */
              linked_at: string
            }[]
            invitation: string
            joined: boolean
            left_at: string | null
            login: string
            name: string
            /** @enum {string} */
            role: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getPeoplePerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        person: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deletePeoplePerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        person: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  patchPeoplePerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        person: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "viewer"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          role: 'viewer' | 'phone' | 'support' | 'billing' | 'admin'
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deletePeoplePersonIdentities: {
    parameters: {
      query?: never
      header?: never
      path: {
        person: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postPeoplePersonInvitation: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        person: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            invitation: string
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deletePeoplePersonPassword: {
    parameters: {
      query?: never
      header?: never
      path: {
        person: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deletePeoplePersonSessions: {
    parameters: {
      query?: never
      header?: never
      path: {
        person: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getPlans: {
    parameters: {
      query?: {
        after?: string
        limit?: string
        product?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Plan'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postPlans: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "sample",
         *       "name": "Annual",
         *       "capabilities": [
         *         "orders:read",
         *         "orders:write"
         *       ],
         *       "limits": {
         *         "branches": 3
         *       },
         *       "term": "P1Y",
         *       "renewal_term": "P1Y",
         *       "notice": "P0D",
         *       "renewal_notice": "P0D",
         *       "renewal": "none",
         *       "seats": 3,
         *       "seat_changes": {
         *         "count": 3,
         *         "window": "P30D"
         *       },
         *       "replace_oldest": false,
         *       "seat_lapse": null,
         *       "lease": null,
         *       "token_lifetime": "P14D",
         *       "renewal_leeway": "P3D",
         *       "preset": "b2b-de",
         *       "support": {
         *         "level": "standard",
         *         "channels": [
         *           "phone",
         *           "email"
         *         ],
         *         "scope": "Questions about the product.",
         *         "fair_use": {
         *           "inquiries": 5,
         *           "window": "P30D"
         *         }
         *       },
         *       "product": "broetchenbringer",
         *       "trial": true
         *     }
         */
        'application/json': {
          capabilities: string[]
          code: string
          /** @description Seats are counted by use; a lease lapses after this without a heartbeat. */
          lease?: string | null
          limits?: {
            [key: string]: number
          }
          name: string
          notice?: string
          override?: {
            reason: string
          }
          preset?: string
          product: string
          /** @enum {string} */
          renewal: 'automatic' | 'none'
          renewal_leeway?: string
          renewal_notice?: string
          renewal_term?: string | null
          replace_oldest?: boolean
          /** @description How often a seat may be taken over within a window of days. */
          seat_changes?: {
            count: number
            window: string
          }
          seat_lapse?: string | null
          seats?: number | null
          support?: {
            channels: string[]
            fair_use?: {
              inquiries: number
              window: string
            } | null
            level: string
            scope: string
          } | null
          term?: string | null
          token_lifetime?: string
          trial?: boolean
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Plan']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getPlansPlan: {
    parameters: {
      query?: never
      header?: never
      path: {
        plan: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Plan']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  patchPlansPlan: {
    parameters: {
      query?: never
      header?: never
      path: {
        plan: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Annual",
         *       "seats": 4,
         *       "limits": {
         *         "branches": 3
         *       },
         *       "renewal_term": "P1Y"
         *     }
         */
        'application/json': {
          capabilities?: string[]
          /** @description Seats are counted by use; a lease lapses after this without a heartbeat. */
          lease?: string | null
          limits?: {
            [key: string]: number
          }
          name?: string
          notice?: string
          override?: {
            reason: string
          }
          preset?: string
          /** @enum {string} */
          renewal?: 'automatic' | 'none'
          renewal_leeway?: string
          renewal_notice?: string
          renewal_term?: string | null
          replace_oldest?: boolean
          /** @description How often a seat may be taken over within a window of days. */
          seat_changes?: {
            count: number
            window: string
          }
          seat_lapse?: string | null
          seats?: number | null
          support?: {
            channels: string[]
            fair_use?: {
              inquiries: number
              window: string
            } | null
            level: string
            scope: string
          } | null
          term?: string | null
          token_lifetime?: string
          trial?: boolean
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Plan']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProducts: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Product'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postProducts: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "sample",
         *       "name": "Sample",
         *       "capabilities": [
         *         "orders:read",
         *         "orders:write"
         *       ],
         *       "export_formats": [
         *         "csv",
         *         "jsonl",
         *         "xlsx"
         *       ],
         *       "algorithm": "Ed25519"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          algorithm?: 'Ed25519' | 'EdDSA' | 'ES256'
          capabilities: string[]
          code: string
          export_formats: (
            'csv' | 'jsonl' | 'json' | 'xml' | 'xlsx' | 'ods' | 'sqlite' | 'parquet'
          )[]
          export_tables?: {
            name: string
            schema: {
              fields: ({
                name: string
                /** @enum {string} */
                type?:
                  | 'string'
                  | 'number'
                  | 'integer'
                  | 'boolean'
                  | 'object'
                  | 'array'
                  | 'list'
                  | 'datetime'
                  | 'date'
                  | 'time'
                  | 'year'
                  | 'yearmonth'
                  | 'duration'
                  | 'geopoint'
                  | 'geojson'
                  | 'any'
              } & {
                [key: string]: unknown
              })[]
              primaryKey?: string[]
            } & {
              [key: string]: unknown
            }
            title?: string
          }[]
          name: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Product']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProductsProduct: {
    parameters: {
      query?: never
      header?: never
      path: {
        product: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Product']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  patchProductsProduct: {
    parameters: {
      query?: never
      header?: never
      path: {
        product: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Brötchenbringer",
         *       "capabilities": [
         *         "orders:read",
         *         "orders:write"
         *       ],
         *       "export_formats": [
         *         "csv",
         *         "jsonl",
         *         "xlsx"
         *       ]
         *     }
         */
        'application/json': {
          capabilities?: string[]
          export_formats?: (
            'csv' | 'jsonl' | 'json' | 'xml' | 'xlsx' | 'ods' | 'sqlite' | 'parquet'
          )[]
          export_tables?: {
            name: string
            schema: {
              fields: ({
                name: string
                /** @enum {string} */
                type?:
                  | 'string'
                  | 'number'
                  | 'integer'
                  | 'boolean'
                  | 'object'
                  | 'array'
                  | 'list'
                  | 'datetime'
                  | 'date'
                  | 'time'
                  | 'year'
                  | 'yearmonth'
                  | 'duration'
                  | 'geopoint'
                  | 'geojson'
                  | 'any'
              } & {
                [key: string]: unknown
              })[]
              primaryKey?: string[]
            } & {
              [key: string]: unknown
            }
            title?: string
          }[]
          name?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Product']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getRetention: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Retention']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putRetention: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "inquiries": "P3Y",
         *       "evidence": "P10Y",
         *       "machines": "P90D",
         *       "sign_ins": "P90D",
         *       "deliveries": null,
         *       "access": "P3Y"
         *     }
         */
        'application/json': {
          access?: string | null
          deliveries?: string | null
          evidence?: string | null
          inquiries?: string | null
          machines?: string | null
          sign_ins?: string | null
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Retention']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSandboxClock: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            now: string
          }
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putSandboxClock: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "now": "2025-10-01T09:00:00+02:00"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          now: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            now: string
            settled: {
              ended: number
              renewed: number
            }
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSettings: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Settings']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putSettings: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "legal_name": "Krume Software GmbH",
         *       "address": "Backgasse 3\n10115 Berlin",
         *       "register_number": "HRB 12345, Amtsgericht Charlottenburg",
         *       "vat_id": "DE123456789",
         *       "support_phone": "+49 30 1234567",
         *       "support_email": "hilfe@krume.example",
         *       "reply_to": "antwort@krume.example",
         *       "notices_to": "vertrieb@krume.example",
         *       "language": "de",
         *       "terms_url": "https://krume.example/agb",
         *       "privacy_url": "https://krume.example/datenschutz",
         *       "export_help_url": "https://krume.example/mitnehmen",
         *       "switched_off": [
         *         "renewed"
         *       ]
         *     }
         */
        'application/json': {
          address: string
          export_help_url: string
          /** @enum {string} */
          language: 'de' | 'en'
          legal_name: string
          notices_to: string
          privacy_url: string
          register_number: string
          reply_to: string
          support_email: string
          support_phone: string
          switched_off: (
            | 'issued'
            | 'started'
            | 'reminder'
            | 'objected'
            | 'objection_notice'
            | 'objection_moved'
            | 'objection_withdrawn'
            | 'renewed'
            | 'ended'
            | 'terminated'
            | 'termination_withdrawn'
            | 'suspension_announced'
            | 'suspension_called_off'
            | 'suspended'
            | 'resumed'
            | 'reinstated'
            | 'term_added'
            | 'amended'
            | 'proposed'
            | 'proposal_accepted'
            | 'proposal_declined'
            | 'proposal_called_off'
            | 'transferred'
            | 'given_away'
            | 'key_replaced'
            | 'warning'
          )[]
          terms_url: string
          vat_id: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Settings']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSettlements: {
    parameters: {
      query?: {
        after?: string
        failed?: 'true'
        from?: string
        limit?: string
        to?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Settlement'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSettlements: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "dry_run": true,
         *       "as_of": "2026-10-01T00:00:00+02:00"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          as_of?: string
          dry_run?: boolean
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Settlement']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSigningKeys: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['SigningKey'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSigningKeysKidRevocation: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        kid: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The laptop was stolen"
         *     }
         */
        'application/json': {
          reason?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['SigningKey'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSigningKeysRotation: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "algorithm": "Ed25519"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          algorithm?: 'Ed25519' | 'EdDSA' | 'ES256'
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['SigningKey'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getStats: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Stats']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSunset: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postTokens: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "license_key": "AUSZUG-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX",
         *       "product": "broetchenbringer",
         *       "fingerprint": "till-1",
         *       "machine": "Kasse 1",
         *       "nonce": "0123456789abcdef",
         *       "replace": "act_00000000000000000000000000"
         *     }
         */
        'application/json': {
          fingerprint?: string
          license_key: string
          machine?: string
          nonce?: string
          product: string
          /** @description The activation whose seat this machine takes over if none is free. */
          replace?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Token']
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postTrials: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "plan": "sample",
         *       "fingerprint": "till-2",
         *       "time_zone": "Europe/Berlin",
         *       "name": "Café Probe",
         *       "email": "probe@example.com",
         *       "language": "de"
         *     }
         */
        'application/json': {
          /** Format: email */
          email?: string
          fingerprint: string
          language?: string
          name?: string
          plan: string
          time_zone: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['IssuedLicense']
        }
      }
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhooks: {
    parameters: {
      query?: {
        after?: string
        limit?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Webhook'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooks: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://shop.example.com/auszug",
         *       "description": "The shop",
         *       "event_types": [
         *         "license.renewed",
         *         "license.downgraded"
         *       ]
         *     }
         */
        'application/json': {
          description?: string
          event_types?: string[] | null
          /** Format: uri */
          url: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookWithSecret']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhooksWebhook: {
    parameters: {
      query?: never
      header?: never
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Webhook']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteWebhooksWebhook: {
    parameters: {
      query?: never
      header?: never
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  patchWebhooksWebhook: {
    parameters: {
      query?: never
      header?: never
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://shop.example.com/licenses",
         *       "description": "The shop",
         *       "event_types": null,
         *       "enabled": true
         *     }
         */
        'application/json': {
          description?: string
          enabled?: boolean
          event_types?: string[] | null
          /** Format: uri */
          url?: string
        }
      }
    }
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Webhook']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhooksWebhookDeliveries: {
    parameters: {
      query?: {
        after?: string
        license?: string
        limit?: string
        state?: 'waiting' | 'delivered' | 'failed'
        type?: string
      }
      header?: never
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Delivery'][]
            next: string | null
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhooksWebhookDeliveriesDelivery: {
    parameters: {
      query?: never
      header?: never
      path: {
        delivery: string
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WholeDelivery']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooksWebhookDeliveriesDeliveryResend: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        delivery: string
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Delivery']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooksWebhookDismissals: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            count: number
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooksWebhookResend: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            count: number
          }
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooksWebhookSecret: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "keep_old_until": "2025-10-03T00:00:00Z"
         *     }
         */
        'application/json': {
          /** Format: date-time */
          keep_old_until?: string
        }
      }
    }
    responses: {
      /** @description Done, and recorded */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookWithSecret']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooksWebhookTest: {
    parameters: {
      query?: never
      header?: {
        /** @description Repeating the request under the same key answers as the first one did */
        'Idempotency-Key'?: string
      }
      path: {
        webhook: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Delivery']
        }
      }
      /** @description A refusal: among others 401 without credentials, 403 for the role */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  tellActivationCreated: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ActivationCreatedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellActivationFreed: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ActivationFreedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellAgreementAttached: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AgreementAttachedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellCustomerErased: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CustomerErasedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellCustomerMerged: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CustomerMergedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellDocumentAttached: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['DocumentAttachedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellFileIssued: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['FileIssuedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellInquiryCorrected: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['InquiryCorrectedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellInquiryLogged: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['InquiryLoggedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellInquiryStruck: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['InquiryStruckMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellKeyIssued: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['KeyIssuedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellKeyReplaced: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['KeyReplacedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellKeySeen: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['KeySeenMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseAmended: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseAmendedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseDowngraded: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseDowngradedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseEdited: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseEditedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseIssued: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseIssuedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseObjected: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseObjectedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseReinstated: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseReinstatedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseRenewed: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseRenewedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseResumed: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseResumedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseStarted: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseStartedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseSuspended: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseSuspendedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseTerminated: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseTerminatedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellLicenseTransferred: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseTransferredMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellObjectionMoved: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ObjectionMovedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellObjectionReceived: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ObjectionReceivedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellObjectionWithdrawn: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ObjectionWithdrawnMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellPresetOverridden: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PresetOverriddenMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellProposalAccepted: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposalAcceptedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellProposalDeclined: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposalDeclinedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellProposalLapsed: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposalLapsedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellProposalMade: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposalMadeMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellProposalTakenBack: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposalTakenBackMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellRelationEnded: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RelationEndedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellRelationOverridden: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RelationOverriddenMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellRelationResumed: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RelationResumedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellRenewalCertain: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RenewalCertainMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellRenewalReminder: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RenewalReminderMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellSuspensionAnnounced: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SuspensionAnnouncedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellSuspensionCalledOff: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SuspensionCalledOffMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellTermAdded: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['TermAddedMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellTerminationWithdrawn: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['TerminationWithdrawnMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellWarningGiven: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WarningGivenMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  tellWebhookTest: {
    parameters: {
      query?: never
      header: {
        /** @description The same at every attempt */
        'webhook-id': string
        /** @description v1 of Standard Webhooks, one for each secret that holds */
        'webhook-signature': string
        /** @description Seconds since 1970, of the attempt */
        'webhook-timestamp': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookTestMessage']
      }
    }
    responses: {
      /** @description Taken */
      '2XX': {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Gone: the webhook is disabled */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Not taken: the message is sent again */
      default: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
}
