type Version = readonly [number, number];

/**
 * Modules that Python took out of its library, and the version without them: "Removed" in "What's New in Python 3.x" of
 * 3.8 to 3.14 (PEP 594 for 3.13). Who imports one has a fault in the code, not a package to install.
 */
const REMOVED: readonly { readonly since: Version; readonly modules: string }[] = [
  {
    since: [3, 0],
    modules:
      "BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser MimeWriter Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tkinter UserDict UserList UserString __builtin__ anydbm cPickle cStringIO commands compiler cookielib copy_reg dbhash dircache dummy_thread exceptions fpformat gdbm htmlentitydefs htmllib httplib ihooks imputil md5 mhlib mimetools mimify multifile mutex new os2emxpath popen2 posixfile repr rexec rfc822 robotparser sets sgmllib sha sre strop sunaudio thread tkFileDialog tkMessageBox toaiff urllib2 urlparse user whichdb xmllib xmlrpclib",
  },
  { since: [3, 8], modules: "macpath" },
  { since: [3, 9], modules: "_dummy_threading dummy_threading" },
  { since: [3, 10], modules: "formatter parser symbol" },
  { since: [3, 11], modules: "binhex" },
  { since: [3, 12], modules: "asynchat asyncore distutils imp smtpd" },
  {
    since: [3, 13],
    modules:
      "aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau telnetlib uu xdrlib",
  },
];

/** Modules that came into the library, with the version: "New Modules" of the same pages. */
const ADDED: readonly { readonly since: Version; readonly modules: string }[] = [
  { since: [3, 9], modules: "graphlib zoneinfo" },
  { since: [3, 11], modules: "tomllib" },
  { since: [3, 14], modules: "annotationlib compression" },
];

/** The version that no longer has a module of the library; undefined when it never was one, or still is. */
export function removedIn(module: string): Version | undefined {
  return sinceIn(REMOVED, module);
}

/** The first version that has a module of the library, where older ones are still about. */
export function addedIn(module: string): Version | undefined {
  return sinceIn(ADDED, module);
}

function sinceIn(table: typeof REMOVED, module: string): Version | undefined {
  const root = module.split(".")[0] ?? module;
  return table.find(({ modules }) => modules.split(" ").includes(root))?.since;
}
